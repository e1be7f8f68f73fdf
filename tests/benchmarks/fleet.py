"""What a fleet costs: 1,000,000 planned checks at 40 busy hosts, on a real PostgreSQL.

python -m tests.benchmarks.fleet [--seconds N] [--rounds N]

The hosts are loopback servers in a process of their own that note whether two visitors were there at once; nothing
waits between requests. First 1, 2 and 4 workers, each a process. Then the queue's overhead for each check: the time
of the same checks by one worker of a fleet and by `run` on one machine, both in this process, both on this
PostgreSQL, at 40 hosts side by side; the difference is what the queue, the turns and the batches take. On a machine
that does other things as well the processor time of this process says more than the time that passes.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest import mock

from citations.audit import FleetWorker, begin, hand_out, open_queue, run, work
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.models import Location
from citations.settings import Settings
from citations.store import AuditInfo, Store
from tests.benchmarks.forty_hosts import HOSTS
from tests.postgres import Postgres, start

PLANNED = 1_000_000
HEAD = "| workers | checks per second | visits | of them with somebody else there |\n|---|---|---|---|"
FOR_EACH_HOST = 50  # checks, when the overhead is measured
DIRECTORY = """
from citations.directory import Directory, Search

class Host{number}(Directory):
    id = "host_{number}"
    name = "Host {number}"
    domains = ("127.0.0.1:{port}",)
    access = "http"
    searches = (Search("http://127.0.0.1:{port}/search?q={{name}}", needs=("name",), evidence="live_probe"),)
    results_marker = "h1"
    no_results = ("No results found",)
"""

Times = tuple[float, float]  # that passed, and of the processor


@dataclass(frozen=True)
class Ground:
    """Where the race is run."""

    folder: Path
    postgres: Postgres
    hosts: "subprocess.Popen[str]"

    def settings(self, database: str) -> Settings:
        return Settings(
            _env_file=None,
            home=self.folder / "home",
            database_url=database,
            evidence=None,
            directories=(self.folder / "directories",),
            allow_private=frozenset({"127.0.0.1:*"}),
            pace=0,
        )

    @property
    def directories(self) -> Sequence[Directory]:
        return load_catalog([self.folder / "directories"]).pick([f"host_{number}" for number in range(HOSTS)])

    def asked(self) -> dict[str, int]:
        """What the hosts were asked since the last time."""
        assert self.hosts.stdin
        assert self.hosts.stdout
        self.hosts.stdin.write("report\n")
        self.hosts.stdin.flush()
        said: dict[str, int] = json.loads(self.hosts.stdout.readline())
        return said


@contextmanager
def ground() -> Iterator[Ground]:
    """Forty hosts, their directory files, a PostgreSQL with its ordinary settings."""
    words = [sys.executable, "-m", "tests.benchmarks.forty_hosts"]
    with TemporaryDirectory(prefix="citations-bench-") as name:
        folder = Path(name)
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as hosts:
            assert hosts.stdout
            (folder / "directories").mkdir()
            for number, port in enumerate(json.loads(hosts.stdout.readline())):
                file = folder / "directories" / f"host_{number}.py"
                file.write_text(DIRECTORY.format(number=number, port=port), encoding="utf-8")
            made = start(folder / "postgres")
            yield Ground(folder, made, hosts)
            made.server.cleanup()
            hosts.kill()


def places(number: int) -> list[Location]:
    return [Location(f"L{at}", f"Oak Dental {at}", f"{at} Oak St, Springfield, IL 62701") for at in range(number)]


def planned(here: Ground) -> tuple[Store, AuditInfo, Settings]:
    """A million checks, planned and handed out."""
    now = here.settings(here.postgres.fresh())
    store, every = Store(now.database), places(PLANNED // HOSTS)
    audit = begin(store, "bench", every, here.directories, now)

    async def hand() -> None:
        async with open_queue(store.shared.queue_url()) as queue:
            await hand_out(store, queue, audit, every, here.directories)

    asyncio.run(hand())
    return store, audit, now


def workers(here: Ground, number: int, seconds: float) -> str:
    """So many worker processes for so long: their rate, and whether a host had two visitors at once."""
    store, audit, now = planned(here)
    environment = os.environ | {
        "CITATIONS_HOME": str(now.home),
        "CITATIONS_DATABASE_URL": now.database_url,
        "CITATIONS_DIRECTORIES": str(here.folder / "directories"),
        "CITATIONS_ALLOW_PRIVATE": "127.0.0.1:*",
        "CITATIONS_PACE": "0",
    }
    command = [sys.executable, "-m", "citations", "worker", "--hosts", str(HOSTS // number)]
    started = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(number)]
    while store.audit(audit.id).done < HOSTS * number:
        time.sleep(0.2)
    here.asked()
    before, began = store.audit(audit.id).done, time.perf_counter()
    time.sleep(seconds)
    done, took = store.audit(audit.id).done - before, time.perf_counter() - began
    for process in started:
        process.terminate()
    for process in started:
        process.wait()
    asked = here.asked()
    store.close()
    return f"| {number} | {done / took:.0f} | {asked['visits']:,} | {asked['overlaps']} |"


def now_at() -> Times:
    """The time, and this process's own."""
    return time.perf_counter(), time.process_time()


def since(began: Times, checks: int) -> Times:
    """Milliseconds for each check since then."""
    passed, worked = (1000 * (now - then) / checks for now, then in zip(now_at(), began, strict=True))
    return passed, worked


def one_machine(here: Ground) -> Times:
    """Each check by `run`."""
    now = here.settings(here.postgres.fresh())
    store, few = Store(now.database), places(FOR_EACH_HOST)
    audit = begin(store, "bench", few, here.directories, now)
    began = now_at()
    with mock.patch.object(work, "HOSTS_AT_ONCE", HOSTS):
        asyncio.run(run(store, audit, few, here.directories, now))
    took = since(began, FOR_EACH_HOST * HOSTS)
    store.close()
    return took


def a_fleet(here: Ground) -> Times:
    """Each check by a worker that has a million before it, once it has them at hand."""
    store, audit, now = planned(here)
    worker = FleetWorker(store, now, HOSTS)

    async def measure() -> Times:
        working = asyncio.create_task(worker.work())
        while store.audit(audit.id).done < HOSTS:
            await asyncio.sleep(0.2)
        before, began = store.audit(audit.id).done, now_at()
        while (done := store.audit(audit.id).done) < before + FOR_EACH_HOST * HOSTS:
            await asyncio.sleep(0.5)
        took = since(began, done - before)
        worker.stop()
        await working
        return took

    took = asyncio.run(measure())
    store.close()
    return took


def main(words: Sequence[str]) -> None:
    """Measure, and print the tables of docs/performance.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fleet", description="what a fleet costs")
    parser.add_argument("--seconds", type=float, default=15, help="so long for each number of workers")
    parser.add_argument("--rounds", type=int, default=3, help="so many rounds for the overhead")
    given = parser.parse_args(words)
    with ground() as here:
        print(
            "| workers | checks per second | visits | of them with somebody else there |\n|---|---|---|---|", flush=True
        )
        for number in (1, 2, 4):
            print(workers(here, number, given.seconds), flush=True)
        alone, together = [], []
        for _ in range(given.rounds):
            alone.append(one_machine(here))
            together.append(a_fleet(here))
        for at, what in enumerate(("that pass", "of the processor")):
            one, many = (median(times[at] for times in side) for side in (alone, together))
            print(f"milliseconds {what}, a check: one machine {one:.2f}, a fleet {many:.2f}, overhead {many - one:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

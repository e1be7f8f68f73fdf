"""A large audit that is gone on with half way: the time to plan and to take it up, and the memory that it takes.

    python -m tests.benchmarks.half_done [--locations 27000] [--directories 40]

Half of the checks are seeded straight into the store. Then, for a quarter, a half and all of the locations, a process
of its own plans the audit, takes it up and makes ready what is left, as `citations audit` does before its first visit.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from citations import Listing, Location
from citations.audit import begin
from citations.audit.plan import by_host, plan
from citations.directory import Directory, Search
from citations.findings import tally
from citations.models import Check
from citations.nap import Batch
from citations.settings import Settings
from citations.store import Store
from citations.store import checks as check_rows
from citations.store.database import open_database
from citations.store.tables import checks
from citations.words import Status
from tests.benchmarks.memory import peak

LOCATIONS, DIRECTORIES, BOUND = 27_000, 40, 700  # megabytes
AT_ONCE = 20_000  # rows


def places(number: int) -> list[Location]:
    """So many locations of clients with a hundred each."""
    return [
        Location(
            f"L{at}",
            f"Oak Dental {at}",
            f"{at} Oak St, Springfield, IL 62701",
            f"217-555-{at % 10_000:04}",
            f"https://oak-{at}.example/",
            client=f"Client {at // 100}",
        )
        for at in range(number)
    ]


def sites(number: int) -> list[Directory]:
    """So many directories, each a host of its own."""

    def site(at: int) -> Directory:
        host = f"site-{at}.example"
        search = Search(f"https://{host}/search?q={{name}}", needs=("name",), evidence="live_probe")
        facts = {"id": f"site_{at}", "name": f"Site {at}", "domains": (host,), "access": "http"}
        return type(f"Site{at}", (Directory,), {**facts, "searches": (search,), "results_marker": "h1"})()

    return [site(at) for at in range(number)]


def settings(folder: Path) -> Settings:
    return Settings(_env_file=None, home=folder, database_url="", evidence=None)


def seed(folder: Path, number: int, directories: int) -> None:
    """Plan an audit, and put the first half of its checks into the store."""
    now, every, where = settings(folder), places(number), sites(directories)
    store = Store(now.database)
    audit = begin(store, "bench", every, where, now)
    store.close()
    seen_at = datetime.now(UTC)

    def check(place: Location, site: Directory) -> dict[str, Any]:
        url = f"https://{site.domains[0]}/biz/{place.id}"
        listing = Listing(
            url=url, name=place.name, address=str(place.address), phones=(place.phone,), directory=site.id
        )
        made = Check(place.id, site.id, Status.LISTED, url=url, listing=listing, tried=(url,), checked_at=seen_at)
        return check_rows.row(audit.id, made, tally(made, site.tier))

    rows = (check(place, site) for site in where[: directories // 2] for place in every)
    engine = open_database(now.database)
    while part := list(islice(rows, AT_ONCE)):
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(insert(checks), part)
    engine.dispose()


def take_up(folder: Path, number: int, directories: int) -> dict[str, float]:
    """What `citations audit` does until its first visit."""
    now, every, where = settings(folder), places(number), sites(directories)
    began, before = time.perf_counter(), peak()
    store = Store(now.database)
    audit = begin(store, "bench", every, where, now)
    planned = time.perf_counter()
    done = store.done(audit.id)
    queues = by_host([task for task in plan(every, where) if task.key not in done])
    batch = Batch(every)
    ready = time.perf_counter()
    left = sum(map(len, queues.values()))
    if (audit.done, len(batch.locations)) != (audit.planned - left, number):
        raise RuntimeError(f"{audit.done} done and {left} left of {audit.planned}")
    return {"plan": planned - began, "ready": ready - planned, "before": before, "peak": peak(), "left": left}


def main(words: Sequence[str]) -> None:
    """Print the table; ends with 1 when the memory is over its bound."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.half_done", description="a large audit resumed")
    parser.add_argument("--locations", type=int, default=LOCATIONS)
    parser.add_argument("--directories", type=int, default=DIRECTORIES)
    parser.add_argument("--in", dest="folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(words)
    if given.folder:
        print(json.dumps(take_up(given.folder, given.locations, given.directories)))
        return
    print("| checks planned | half of them seeded in | planned and taken up in | made ready in | memory |")
    print("|---|---|---|---|---|", flush=True)
    for number in (given.locations // 4, given.locations // 2, given.locations):
        with TemporaryDirectory(prefix="citations-bench-") as name:
            began = time.perf_counter()
            seed(Path(name), number, given.directories)
            seeded = time.perf_counter() - began
            command = [sys.executable, "-m", "tests.benchmarks.half_done", "--in", name]
            command += ["--locations", str(number), "--directories", str(given.directories)]
            said = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        cells = [f"{seeded:.0f} s", f"{said['plan']:.1f} s", f"{said['ready']:.1f} s", f"{said['peak']:.0f} MB"]
        print(f"| {number * given.directories:,} | {' | '.join(cells)} |", flush=True)
    sys.exit(said["peak"] >= BOUND)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Checks per second: our whole way (visit, read, identify, compare, keep), against a plain browser script.

The practice web runs in a process of its own. Both sides look up the same places on the same sites and on the
places' own websites, with no pause between requests, from the start of the run to its end, browsers included.
Two of the sites need a browser: one is drawn by its script, one hides behind a consent wall. Sites that block, limit
or keep visitors waiting are left out: waiting is no speed.
"""

import asyncio
import atexit
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from citations.audit import begin, run
from citations.audit.run import HOSTS_AT_ONCE
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.locations import read_locations
from citations.models import Location
from citations.settings import Settings
from citations.store import Store
from citations.web.chromium import need_chromium
from citations.words import Status
from tests.benchmarks import plain_script
from tests.benchmarks.contest import Contest

SEED, LOCATIONS = 3, 12
GET_IT = "no full Chromium here, so the script was given the headless shell; to have it: apt-get install chromium"


@dataclass(frozen=True, slots=True)
class _Checking:
    """The two ways to check the places of a practice web whose files are in `folder`."""

    folder: Path
    chromium: str

    def ours(self, number: int) -> int:
        settings = Settings(
            _env_file=None,
            home=self.folder / f"home-{number}",
            database_url="",
            evidence=None,
            allow_private=frozenset({"127.0.0.1:*"}),
            pace=0,
            timeout=10,
        )
        store = Store(settings.database)
        audit = begin(store, "practice", self.places, self.directories, settings)
        asyncio.run(run(store, audit, self.places, self.directories, settings))
        done = [check for check in store.checks(audit.id) if check.status != Status.NOT_APPLICABLE]
        store.close()
        return len(done)

    def peer(self, _number: int) -> int:
        truth = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))
        origins = {site["id"]: site["origin"] for site in truth["sites"]}
        jobs = [(site.id, place) for place in self.places for site in self.directories if site.applies_to(place)]
        return len(asyncio.run(plain_script.checked(self.chromium, origins, jobs, HOSTS_AT_ONCE)))

    @property
    def directories(self) -> Sequence[Directory]:
        return load_catalog([self.folder / "directories"]).pick(list(plain_script.SITES))

    @property
    def places(self) -> Sequence[Location]:
        return read_locations(self.folder / "locations.csv").locations


def contests() -> list[Contest]:
    """One contest on a practice web that is served until the process ends."""
    folder = TemporaryDirectory(prefix="citations-bench-")
    atexit.register(folder.cleanup)
    _serve(Path(folder.name))
    full = plain_script.full_chromium()
    work = _Checking(Path(folder.name), full or str(need_chromium(Settings(_env_file=None))))
    kind = "full Chromium" if full else f"headless Chromium ({GET_IT})"
    return [
        Contest(
            f"checks in {len(plain_script.SITES)} directories: visit, read, identify, compare, keep",
            f"a plain Playwright script, {kind}, a new page for each check, fetching and reading only",
            work.ours,
            work.peer,
            rounds=3,
        )
    ]


def _serve(folder: Path) -> None:
    """The practice web in a process of its own, which ends with this one."""
    words = [
        "practice",
        "serve",
        "--port",
        "0",
        "--seed",
        str(SEED),
        "--locations",
        str(LOCATIONS),
        "--out",
        str(folder),
    ]
    process = subprocess.Popen([sys.executable, "-m", "citations", *words], stderr=subprocess.PIPE, text=True)
    atexit.register(partial(_end, process))
    assert process.stderr
    if not process.stderr.readline():
        raise RuntimeError("the practice web did not start")


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.wait()

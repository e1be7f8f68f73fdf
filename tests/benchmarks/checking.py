"""Checks per second: our whole way (visit, read, identify, compare, keep), against what only fetches and reads.

The practice web runs in a process of its own (`forty_directories.py`). Both sides look up the same places on the same
sites, with no pause between requests, from the start of the run to its end, browsers included.
"""

import asyncio
import atexit
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from citations.audit import begin, run
from citations.directory import Directory
from citations.models import Location
from citations.practice.sites import Site
from citations.settings import Settings
from citations.store import Store
from citations.web.chromium import find_window, need_chromium
from citations.words import Status
from tests.benchmarks import plain_script
from tests.benchmarks.contest import Contest
from tests.benchmarks.forty_directories import DRAWN_SITES, PLAIN_SITES, Forty

MIXED_LOCATIONS, PLAIN_LOCATIONS = 4, 12
PAGES_AT_ONCE = 16
NO_BROWSER = "none"  # the path of no browser: then no pictures are taken


@dataclass(frozen=True)
class Checking:
    """The ways to check the places of a practice web on `sites`."""

    forty: Forty
    sites: Sequence[type[Site]]
    browser: str = ""
    _crawlers: dict[int, "subprocess.Popen[str]"] = field(default_factory=dict)

    def ours(self, number: int, pace: float = 0) -> int:
        """An audit of our own, kept in a store of its own."""
        home = folder_until_the_end()
        settings = Settings(
            _env_file=None,
            home=home,
            database_url="",
            evidence=None,
            browser=self.browser,
            allow_private=frozenset({"127.0.0.1:*"}),
            pace=pace,
        )
        store = Store(settings.database)
        audit = begin(store, f"practice {number}", self.places, self.directories, settings)
        asyncio.run(run(store, audit, self.places, self.directories, settings))
        done = [check for check in store.checks(audit.id) if check.status != Status.NOT_APPLICABLE]
        store.close()
        return len(done)

    def script(self, chromium: Path, at_once: int, places: int, _number: int) -> int:
        """The plain script in this browser, with so many pages at once; where it is slow, it checks fewer places."""
        jobs = [(site.id, place) for place in self.places[:places] for site in self.directories]
        return len(asyncio.run(plain_script.checked(str(chromium), self.forty.origins(), jobs, at_once)))

    def prepare_crawler(self, number: int) -> None:
        """Start Scrapy, and let it import what it needs."""
        words = ["-m", "tests.benchmarks.scrapy_spider", str(self.forty.folder), *(site.id for site in self.sites)]
        crawler = subprocess.Popen([sys.executable, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert crawler.stdout
        crawler.stdout.readline()
        self._crawlers[number] = crawler

    def crawl(self, number: int) -> int:
        """Let it crawl."""
        said, _ = self._crawlers.pop(number).communicate("\n")
        return int(said)

    @property
    def directories(self) -> Sequence[Directory]:
        return self.forty.directories(self.sites)

    @property
    def places(self) -> Sequence[Location]:
        """Those that every site lists: the American ones."""
        return [place for place in self.forty.places if place.country == "US"]


def contests() -> list[Contest]:
    """On practice webs that are served until the process ends; some peers only where they are installed."""
    mixed = Checking(Forty.serve(folder_until_the_end(), MIXED_LOCATIONS), PLAIN_SITES + DRAWN_SITES)
    plain = Checking(Forty.serve(folder_until_the_end(), PLAIN_LOCATIONS), PLAIN_SITES, browser=NO_BROWSER)
    what = f"checks in {len(mixed.sites)} directories, {len(DRAWN_SITES)} of which need a browser"
    script = "a plain Playwright script that fetches and reads, a new page for each check"

    def against(chromium: Path, where: str, at_once: int, places: int) -> Contest:
        peer = partial(mixed.script, chromium, at_once, places)
        return Contest(what, f"{script}, {at_once} at once, {where}", mixed.ours, peer, rounds=3)

    settings = Settings(_env_file=None)
    shell, whole = need_chromium(settings), find_window(settings)
    found = [against(whole, "in the whole Chromium", PAGES_AT_ONCE, 1)] if whole else []
    found.append(against(shell, "in the shell that we use", PAGES_AT_ONCE, MIXED_LOCATIONS))
    found.append(against(shell, "in the shell that we use", 1, 2))
    if find_spec("scrapy"):
        what = f"checks in {len(plain.sites)} directories of plain pages, without pictures"
        found.append(
            Contest(what, "Scrapy, which fetches and parses", plain.ours, plain.crawl, 3, plain.prepare_crawler)
        )
    return found


def folder_until_the_end() -> Path:
    """A folder until the process ends."""
    folder = TemporaryDirectory(prefix="citations-bench-")
    atexit.register(folder.cleanup)
    return Path(folder.name)

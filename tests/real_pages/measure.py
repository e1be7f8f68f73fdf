"""What is read of the saved pages of each shipped directory, in numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from citations.catalog import load_catalog
from citations.directory import Directory
from citations.words import Access, Reason, Status
from tests.real_pages.check import check
from tests.real_pages.judge import EXTRA, MISSED, RIGHT, WRONG, Judged, judged
from tests.real_pages.saved import NOWHERE, SavedPage, record, saved_pages


@dataclass
class Measured:
    """One directory: its saved pages, how many of its listings were found, walls named as walls, every field."""

    directory: Directory
    pages: int = 0
    listings: int = 0
    found: int = 0
    walls: int = 0
    walls_named: int = 0
    fields: list[Judged] = field(default_factory=list)

    @property
    def words(self) -> Counter[str]:
        """How many fields were right, wrong, missed or extra."""
        return Counter(one.word for one in self.fields)

    @property
    def shown(self) -> int:
        """The fields that the pages show."""
        return sum(self.words[word] for word in (RIGHT, WRONG, MISSED))

    @property
    def precision(self) -> float | None:
        """The share of right ones among the values that were read; None when none was."""
        read = sum(self.words[word] for word in (RIGHT, WRONG, EXTRA))
        return self.words[RIGHT] / read if read else None

    @property
    def way(self) -> str:
        """How its pages are had."""
        ways = {Access.ASSISTED: "assist", Access.API: "its API"}
        return ways.get(Access(self.directory.access), "visited")


def measured() -> Sequence[Measured]:
    """Every shipped directory, those without a saved page included."""
    by_id = {name: Measured(directory) for name, directory in load_catalog().directories.items()}
    with TemporaryDirectory() as folder:
        for page in saved_pages():
            _add(page, by_id[page.directory], Path(folder))
    return tuple(by_id.values())


def _add(page: SavedPage, to: Measured, folder: Path) -> None:
    to.pages += 1
    country = next(iter(to.directory.countries), "US")
    if page.is_wall:
        result = check(page, to.directory, record(NOWHERE, country), folder)
        to.walls += 1
        to.walls_named += result.reason in (Reason.BLOCKED, Reason.CAPTCHA, Reason.TIMEOUT)
        return
    for truth in page.truths:
        location = record(truth, country)
        result = check(page, to.directory, location, folder)
        to.listings += 1
        to.found += result.status is Status.LISTED
        to.fields += judged(truth, result.listing, location.country)

"""The saved pages of which a person wrote down what they show: whose they are, their address, what is true of them.

`pages.csv` names the file of the directory that a page belongs to and the address that it had. Where it names no file,
nothing is known of the site but its host.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from citations.directory import Directory
from tests.pages.directories import shipped
from tests.real_pages.saved import Truth, with_website
from tests.shared_data import PAGES

TABLE = Path(__file__).parent / "pages.csv"


@dataclass(frozen=True)
class TruePage:
    """A saved page with the truth about each business on it, in the country of each."""

    file: str
    site: str
    directory: Directory
    url: str
    truths: Sequence[Truth]
    is_results: bool

    @property
    def body(self) -> bytes:
        """The page as it was saved."""
        return (PAGES / self.file).read_bytes()


def profiles() -> Iterator[TruePage]:
    """The pages about one business."""
    return _pages("truth_pages.csv", is_results=False)


def results() -> Iterator[TruePage]:
    """The pages that list many."""
    return _pages("truth_listings.csv", is_results=True)


def _pages(name: str, *, is_results: bool) -> Iterator[TruePage]:
    known = {row["file"]: row for row in rows(TABLE)}
    truths = [with_website(row) if is_results else row for row in rows(PAGES / name)]
    for file in dict.fromkeys(row["file"] for row in truths):
        about = [row for row in truths if row["file"] == file]
        row = known[file]
        yield TruePage(file, row["site"], _directory(row), row["url"], about, is_results)


def _directory(row: dict[str, str]) -> Directory:
    """The shipped directory; else one of which nothing is known but the host."""
    if row["directory"]:
        return shipped(row["directory"])
    return type("Site", (Directory,), {"id": "site", "name": row["site"], "domains": (row["site"],)})()


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a table; none where it is not at hand."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))

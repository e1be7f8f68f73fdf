"""The saved pages of shipped directories, and what is true of the businesses on them.

`pages.csv` says which file is a page of which directory and the address it had. A blank address: the page answers
a search for a trade, and stands for the answer to the directory's own search for each business on it.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from citations import Address, Location
from tests.shared_data import PAGES

Truth = Mapping[str, str]
NOWHERE = {"name": "Harbor Lane Bakery", "city": "Portland", "region": "OR", "postcode": "97201"}


@dataclass(frozen=True)
class SavedPage:
    """One saved page, its directory by id, its address, and the truth about each listing on it (walls: none)."""

    file: str
    directory: str
    url: str
    truths: Sequence[Truth]

    @property
    def is_wall(self) -> bool:
        """True for a page that kept its visitor out."""
        return not self.truths

    @property
    def body(self) -> bytes:
        """The page as it was saved."""
        return (PAGES / self.file).read_bytes()


def saved_pages() -> Iterator[SavedPage]:
    """Every saved page of a shipped directory."""
    truths = [*_rows(PAGES / "truth_pages.csv"), *map(with_website, _rows(PAGES / "truth_listings.csv"))]
    for row in _rows(Path(__file__).parent / "pages.csv"):
        about = [truth for truth in truths if truth["file"] == row["file"]]
        yield SavedPage(row["file"], row["directory"], row["url"], about)


def record(truth: Truth, country: str) -> Location:
    """The business as a record that is right in every field."""
    where = truth.get("country") or country
    parts = (truth.get(part, "") for part in ("city", "region", "postcode"))
    address = Address(truth.get("street", ""), "", "", *parts, where)
    return Location("x", truth["name"], address, truth.get("phone", ""), truth.get("website", ""), where)


def with_website(truth: Truth) -> Truth:
    """The `url` of a card is that of its page in the directory, or the website that it shows, told by its host."""
    tells = truth["taken_from"] == "inline-state" or (truth["url"] and truth["site"] not in truth["url"])
    return {**truth, "website": truth["url"]} if tells else truth


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))

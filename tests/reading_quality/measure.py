"""What is read of pages of which the truth is known: field by field, as they are and without structured data."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citations import Listing
from citations.pages import read_page
from citations.pages.encoding import decode
from tests.reading_quality.pages import TruePage, profiles, results
from tests.reading_quality.stripped import stripped
from tests.real_pages.judge import EXTRA, MISSED, RIGHT, WRONG, Judged, judged, means

NAP = ("name", "street", "city", "postcode", "phone")


@dataclass
class Measured:
    """One page: how many listings it shows, how many were found or read beyond them, and every field."""

    page: TruePage
    shown: int
    found: int = 0
    beyond: int = 0
    fields: list[Judged] = field(default_factory=list)


def measured(*, without_data: bool) -> Sequence[Measured]:
    """Every page with a truth; `without_data`: with all structured data taken out of it first."""
    return [_measured(page, without_data=without_data) for page in (*profiles(), *results())]


def _measured(page: TruePage, *, without_data: bool) -> Measured:
    body: str | bytes = stripped(decode(page.body, "")) if without_data else page.body
    reading = read_page(body, page.url, page.directory)
    found = Measured(page, len(page.truths))
    for truth, listing in _paired(page, list(reading)):
        country = truth.get("country") or next(iter(page.directory.countries), "US")
        found.found += listing is not None
        found.fields += judged(truth, listing, country)
    found.beyond = max(0, len(reading) - found.found)
    return found


def _paired(page: TruePage, listings: list[Listing]) -> Iterator[tuple[dict[str, str], Listing | None]]:
    """Each truth with the listing of its name; on a page about one business with the first."""
    for truth in page.truths:
        if page.is_results:
            wanted = means("name", truth["name"], "")
            match = next((one for one in listings if means("name", one.name, "") == wanted), None)
            if match:
                listings.remove(match)
        else:
            match = listings[0] if listings else None
        yield dict(truth), match


@dataclass(frozen=True)
class Shares:
    """How many NAP fields are shown, and the shares read right among them and among all that was read."""

    shown: int
    right: int
    read: int

    @classmethod
    def of(cls, fields: Sequence[Judged]) -> "Shares":
        """Over name, street, city, postcode and phone."""
        words = Counter(one.word for one in fields if one.field in NAP)
        shown, read = words[RIGHT] + words[WRONG] + words[MISSED], words[RIGHT] + words[WRONG] + words[EXTRA]
        return cls(shown, words[RIGHT], read)

    @property
    def recall(self) -> float:
        """The share of the shown fields that was read right."""
        return self.right / self.shown if self.shown else 1.0

    @property
    def precision(self) -> float:
        """The share of right ones among all that was read."""
        return self.right / self.read if self.read else 1.0


def macro(found: Sequence[Measured]) -> float:
    """The mean of what is read right of each site, every site counting the same."""
    shares = [Shares.of(fields).recall for fields in by_site(found).values()]
    return sum(shares) / len(shares)


def by_site(found: Sequence[Measured]) -> dict[str, list[Judged]]:
    """The fields of each site, in the order of the sites' names."""
    sites: dict[str, list[Judged]] = {}
    for one in found:
        sites.setdefault(one.page.site, []).extend(one.fields)
    return dict(sorted(sites.items()))

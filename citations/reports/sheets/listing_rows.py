"""Every check as a row: what the listing says, typing errors kept, beside what it should say."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from citations.charts import PALETTE
from citations.findings import LocationResult, standing
from citations.models import FIELDS, Check, Listing, Location
from citations.opportunities import links_seen
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.sheets.where import WHERE, where
from citations.reports.summary import Shown, Summary
from citations.reports.wording import why_not_checked, wording
from citations.words import Status

_AT_ITS_ADDRESS = (Status.LISTED, Status.VANISHED)
_PARTS = ("number", "street", "unit", "city", "region", "postcode")
_WIDTHS = {"name": 28, "address": 40, "phone": 18, "website": 30, "hours": 30}
_WIDTHS |= {"number": 9, "street": 22, "unit": 12, "city": 18, "region": 9, "postcode": 11}
_LISTINGS = (
    *WHERE,
    Column("status", 18, Holds.WORD),
    Column("why", 36),
    Column("listing", 44, Holds.LINK),
    Column("looked at", 44, Holds.LINK),
    *chain.from_iterable(
        (
            Column(f"{field} listed", _WIDTHS[field]),
            Column(f"{field} correct", _WIDTHS[field]),
            Column(f"{field} verdict", 20, Holds.WORD),
            Column(f"{field} reason", 40),
        )
        for field in FIELDS
    ),
    *chain.from_iterable(
        (
            Column(f"{part} listed", _WIDTHS[part]),
            Column(f"{part} correct", _WIDTHS[part]),
            Column(f"{part} verdict", 20, Holds.WORD),
        )
        for part in _PARTS
    ),
    Column("categories listed", 24),
    Column("categories correct", 24),
    Column("categories verdict", 20, Holds.WORD),
    Column("categories reason", 40),
    Column("says of itself", 14),
    Column("link to the website", 22),
    Column("notices", 36),
    Column("checked", 17, Holds.MOMENT),
    Column("how", 14),
    Column("tracker says", 22),
    Column("tracker date", 14, Holds.DATE),
    Column("evidence", 30),
)


def listings_sheet(summary: Summary) -> Sheet:
    """One row for each check that applies to its location."""

    def rows() -> Iterator[Sequence[Cell]]:
        seen = links_seen(summary.portfolio)
        links = {(link.result.location.id, link.directory.id): link.says for link in seen}
        for shown in summary.checks:
            if shown[2].status is not Status.NOT_APPLICABLE:
                yield _listing_row(shown, links)

    return Sheet("Listings", _LISTINGS, rows, staying=4)


def _listing_row(shown: Shown, links: Mapping[tuple[str, str], str]) -> Sequence[Cell]:
    result, directory, check = shown
    listing = check.listing or Listing()
    return (
        *where(shown),
        check.status,
        why_not_checked(check) or check.detail,
        listing.url or (check.url if check.status in _AT_ITS_ADDRESS else ""),
        check.url,
        *_compared(check, result.location),
        *_parts(check, result.location),
        *_categories(check, result.location, listing),
        listing.lifecycle.replace("_", " ") if check.listing else "",
        links.get((result.location.id, directory.id), ""),
        "; ".join(PALETTE[finding.kind].label for finding in check.comparison.findings) if check.comparison else "",
        check.checked_at,
        check.how.replace("_", " "),
        *_noted(result, check),
        check.evidence,
    )


def _noted(result: LocationResult, check: Check) -> Sequence[Cell]:
    """What the agency's tracker has of the listing now, and since when."""
    note = standing(result.notes).get(check.directory)
    return (wording()["tracker"][note.word], note.on) if note else ("", None)


def _compared(check: Check, location: Location) -> Iterator[Cell]:
    """Four cells for each field; without a listing only what it should say."""
    for field in FIELDS:
        found = check.comparison.fields[field] if check.comparison else None
        yield from (
            (found.listed, found.canonical, found.verdict, found.reason)
            if found
            else ("", str(getattr(location, field)), "", "")
        )


def _categories(check: Check, location: Location, listing: Listing) -> Sequence[Cell]:
    """Four cells for the categories; a verdict only where the listing shows some."""
    found = check.comparison.categories if check.comparison and listing.categories else None
    listed, correct = "; ".join(listing.categories), "; ".join(location.categories)
    return (listed, correct, found.verdict if found else "", found.reason if found else "")


def _parts(check: Check, location: Location) -> Iterator[Cell]:
    """Three cells for each part of the address, for those who sort and filter by them."""
    results, ours = check.comparison.address.parts if check.comparison else {}, location.postal
    for part in _PARTS:
        found = results.get(part)
        yield from (found.listed, found.canonical, found.verdict) if found else ("", getattr(ours, part), "")

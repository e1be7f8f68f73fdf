"""Every check as a row: what the listing says, typing errors kept, beside what it should say."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from citations.charts import PALETTE
from citations.models import FIELDS, Check, Listing, Location
from citations.postal import Address
from citations.reports.links import link_states
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.summary import Shown, Summary
from citations.reports.wording import why_not_checked
from citations.words import Status

_PARTS = ("street", "city", "region", "postcode")
_WIDTHS = {"name": 28, "address": 40, "phone": 18, "website": 30, "hours": 30}
_WHERE = (
    Column("client", 20),
    Column("location id", 12),
    Column("location", 26),
    Column("directory", 20),
    Column("tier", 6, Holds.COUNT),
)
_LISTINGS = (
    *_WHERE,
    Column("status", 18, Holds.WORD),
    Column("why", 36),
    Column("listing", 44, Holds.LINK),
    *chain.from_iterable(
        (
            Column(f"{field} listed", _WIDTHS[field]),
            Column(f"{field} correct", _WIDTHS[field]),
            Column(f"{field} verdict", 20, Holds.WORD),
            Column(f"{field} reason", 40),
        )
        for field in FIELDS
    ),
    *(Column(f"{part} listed", 18) for part in _PARTS),
    Column("categories listed", 24),
    Column("says of itself", 14),
    Column("link to the website", 22),
    Column("notices", 36),
    Column("checked", 17, Holds.MOMENT),
    Column("how", 14),
    Column("evidence", 30),
)
_DOUBTFUL = (
    *_WHERE,
    Column("notice", 24, Holds.WORD),
    Column("what", 60, Holds.PROSE),
    Column("listing", 44, Holds.LINK),
)
_UNANSWERED = (
    *_WHERE,
    Column("status", 18, Holds.WORD),
    Column("reason", 14),
    Column("in words", 60, Holds.PROSE),
    Column("detail", 60, Holds.PROSE),
    Column("look by hand", 44, Holds.LINK),
    Column("checked", 17, Holds.MOMENT),
)


def listings_sheet(summary: Summary) -> Sheet:
    """One row for each check that applies to its location."""

    def rows() -> Iterator[Sequence[Cell]]:
        links = {(state.result.location.id, state.directory.id): state.state for state in link_states(summary)}
        for shown in summary.checks:
            if shown[2].status is not Status.NOT_APPLICABLE:
                yield _listing_row(shown, links)

    return Sheet("Listings", _LISTINGS, rows)


def doubtful_sheet(summary: Summary) -> Sheet:
    """Duplicates, and listings that say that the business is closed or has moved."""

    def rows() -> Iterator[Sequence[Cell]]:
        for result, directory, check, finding in summary.lifecycle:
            where = _where((result, directory, check))
            yield (*where, finding.kind, finding.reason, check.url)

    return Sheet("Duplicates, closed, moved", _DOUBTFUL, rows)


def unanswered_sheet(summary: Summary) -> Sheet:
    """What could not be checked, each with its reason: none of it is a missing listing."""

    def rows() -> Iterator[Sequence[Cell]]:
        for shown in summary.unanswered:
            check = shown[2]
            reason = (check.reason or "").replace("_", " ")
            says = why_not_checked(check)
            yield (*_where(shown), check.status, reason, says, check.detail, check.url, check.checked_at)

    return Sheet("Could not check", _UNANSWERED, rows)


def _listing_row(shown: Shown, links: Mapping[tuple[str, str], str]) -> Sequence[Cell]:
    result, directory, check = shown
    listing = check.listing or Listing()
    return (
        *_where(shown),
        check.status,
        why_not_checked(check) or check.detail,
        listing.url or check.url,
        *_compared(check, result.location),
        *_parts(listing, result.location.country),
        "; ".join(listing.categories),
        listing.lifecycle.replace("_", " ") if check.listing else "",
        links.get((result.location.id, directory.id), ""),
        "; ".join(PALETTE[finding.kind].label for finding in check.comparison.findings) if check.comparison else "",
        check.checked_at,
        check.how.replace("_", " "),
        check.evidence,
    )


def _where(shown: Shown) -> tuple[Cell, ...]:
    result, directory, _ = shown
    return result.location.client, result.location.id, result.location.name, directory.name, directory.tier


def _compared(check: Check, location: Location) -> Iterator[Cell]:
    """Four cells for each field; without a listing only what it should say."""
    for field in FIELDS:
        found = check.comparison.fields[field] if check.comparison else None
        yield from (
            (found.listed, found.canonical, found.verdict, found.reason)
            if found
            else ("", str(getattr(location, field)), "", "")
        )


def _parts(listing: Listing, country: str) -> Iterator[Cell]:
    """The listed address in parts, for those who sort by them."""
    given = listing.address
    address = given if isinstance(given, Address) else Address.from_text(given or "", country)
    yield " ".join(part for part in (address.number, address.street, address.unit) if part)
    yield from (address.city, address.region, address.postcode)

"""Duplicates, and listings that say that the business is closed or has moved."""

from collections.abc import Iterator, Sequence

from citations.models import Check, Finding, Listing
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.sheets.where import WHERE, where
from citations.reports.summary import Summary
from citations.words import FindingKind

_COLUMNS = (
    *WHERE,
    Column("notice", 24, Holds.WORD),
    Column("what", 60, Holds.PROSE),
    Column("listing", 44, Holds.LINK),
    Column("further listing", 44, Holds.LINK),
    Column("its name", 28),
    Column("its address", 40),
    Column("its phone", 18),
)


def doubtful_sheet(summary: Summary) -> Sheet:
    """One row for each notice; for a duplicate one for each further listing, beside the one that is kept."""

    def rows() -> Iterator[Sequence[Cell]]:
        for result, directory, check, finding in summary.lifecycle:
            told = (*where((result, directory, check)), finding.kind, finding.reason, check.url)
            for other in _others(check, finding):
                yield (*told, other.url, other.name, str(other.address or ""), ", ".join(other.phones))

    return Sheet("Duplicates, closed, moved", _COLUMNS, rows)


def _others(check: Check, finding: Finding) -> Sequence[Listing]:
    """The further listings that a notice is about; an empty one when it is about the listing itself."""
    return (finding.kind is FindingKind.DUPLICATE and check.candidates) or (Listing(),)

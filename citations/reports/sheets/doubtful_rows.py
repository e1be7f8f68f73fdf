"""Duplicates, listings mixed up with a branch's, and listings that say that the business is closed or has moved."""

from collections.abc import Iterator, Sequence

from citations.findings import Problem
from citations.models import Listing
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.sheets.where import WHERE, where
from citations.reports.summary import Summary
from citations.words import FindingKind

_COLUMNS = (
    *WHERE,
    Column("notice", 24, Holds.WORD),
    Column("what", 60, Holds.PROSE),
    Column("what to do", 60, Holds.PROSE),
    Column("listing", 44, Holds.LINK),
    Column("further listing", 44, Holds.LINK),
    Column("its name", 28),
    Column("its address", 40),
    Column("its phone", 18),
)


def doubtful_sheet(summary: Summary) -> Sheet:
    """One row for each notice; for a duplicate one for each further listing, beside the one that is kept."""

    def rows() -> Iterator[Sequence[Cell]]:
        for result, directory, problem, notice in summary.notices:
            told = (problem.word, problem.reason, notice.asks(directory.name), problem.check.url)
            for other in _others(problem):
                listing = (other.url, other.name, str(other.address or ""), ", ".join(other.phones))
                yield (*where((result, directory, problem.check)), *told, *listing)

    return Sheet("Duplicates, closed, moved", _COLUMNS, rows)


def _others(problem: Problem) -> Sequence[Listing]:
    """The further listings that a notice is about; an empty one when it is about the listing itself."""
    return (problem.word == FindingKind.DUPLICATE and problem.check.candidates) or (Listing(),)

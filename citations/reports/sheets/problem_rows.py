"""Every problem as a row, worst first."""

from collections.abc import Iterator, Sequence

from citations.findings import Portfolio
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet

_COLUMNS = (
    Column("client", 20),
    Column("location id", 12),
    Column("location", 26),
    Column("directory", 20),
    Column("tier", 6, Holds.COUNT),
    Column("field", 10),
    Column("what", 22, Holds.WORD),
    Column("listed", 34),
    Column("correct", 34),
    Column("harm", 40),
    Column("harm rank", 10, Holds.COUNT),
    Column("points", 8, Holds.NUMBER),
    Column("reason", 60, Holds.PROSE),
    Column("listing", 44, Holds.LINK),
)


def problems_sheet(portfolio: Portfolio) -> Sheet:
    """Every problem of every location; the reason says who decided that it is wrong, and by which rule."""

    def rows() -> Iterator[Sequence[Cell]]:
        for problem in portfolio.problems:
            yield (
                problem.location.client,
                problem.location.id,
                problem.location.name,
                problem.directory.name,
                problem.directory.tier,
                problem.field,
                problem.word,
                problem.listed,
                problem.canonical,
                problem.harm.says,
                problem.harm.rank,
                round(problem.worth, 1),
                problem.reason,
                problem.check.url,
            )

    return Sheet("Problems", _COLUMNS, rows)

"""A sheet: a name, its columns, and rows of values that are made as they are written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from citations.reports.shown import plain

Cell = str | int | float | date | datetime | None
MOST = 30_000  # characters of one cell; Excel takes 32,767


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    PROSE = "prose"
    WORD = "word"
    LINK = "link"
    NUMBER = "number"
    COUNT = "count"
    SHARE = "share"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how wide it is (in characters), and what its cells hold.

    The cells of a `WORD` column are status, verdict, finding or state words; those of a `SHARE` column go from 0 to 1;
    those of a `PROSE` column may take several lines.
    """

    heading: str
    width: int = 14
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a report; `rows` makes its rows anew whenever it is called, so that none is kept.

    The first `staying` columns stay in sight, and on each printed page.
    """

    name: str
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Sequence[Cell]]]
    staying: int = 0


def text(value: str) -> str:
    """A stranger's text for a cell: on one line, visible characters only, never longer than a cell can be."""
    return plain(value, MOST)

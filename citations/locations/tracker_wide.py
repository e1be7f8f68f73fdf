"""Trackers with a row for each location and columns for each platform: "Yelp", "Yelp URL", "Yelp status"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from citations.locations.columns import Column, words
from citations.locations.row import Cell, Row
from citations.locations.tracker_words import table
from citations.locations.values import is_website

PLATFORM_COLUMN = "platform column"
_LEAST = 2  # columns of platforms, so that no other table is taken for one of them


def with_platforms(headers: Sequence[str], columns: list[Column | None]) -> list[Column | None]:
    """The columns with those of platforms among them, where no column names the platform of each row.

    Only beside a column that says whose a row is.
    """
    fields = {column.field for column in columns if column}
    if "platform" in fields or not fields & {"location", "id", "client", "address"}:
        return columns
    wide = [_platform_column(name) if column is None else None for name, column in zip(headers, columns, strict=True)]
    if sum(column is not None for column in wide) < _LEAST:
        return columns
    return [column or other for column, other in zip(columns, wide, strict=True)]


def _platform_column(header: str) -> Column | None:
    """What "Yelp link" holds: `about` is a field of a tracker's row, `group` the platform; None for other headings."""
    known = words(header).split()
    if "".join(known) in _platforms():
        return Column(PLATFORM_COLUMN, "", "".join(known))
    for ending, field in _endings():
        platform = "".join(known[: -len(ending)])
        if tuple(known[-len(ending) :]) == ending and platform in _platforms():
            return Column(PLATFORM_COLUMN, field, platform)
    return None


@cache
def _platforms() -> frozenset[str]:
    """The platforms' names without their spaces."""
    names = [name for named in table()["platforms"].values() for name in named]
    every = (*names, *table()["platforms"], *table()["elsewhere"]["platforms"])
    return frozenset(words(name).replace(" ", "") for name in every)


@cache
def _endings() -> Sequence[tuple[tuple[str, ...], str]]:
    """The words behind a platform's name and what they say that the column holds, the longest first."""
    found = [
        (tuple(ending.split()), field) for field, endings in table()["platform_columns"].items() for ending in endings
    ]
    return sorted(found, key=lambda pair: -len(pair[0]))


def narrow(row: Row) -> Iterator[Row]:
    """The row as those of a tracker with a row for each platform; a row that has no column of one stays as it is."""
    ours = [cell for cell in row.cells if cell.column.field != PLATFORM_COLUMN]
    platforms = dict.fromkeys(cell.column.group for cell in row.cells if cell.column.field == PLATFORM_COLUMN)
    if not platforms:
        yield row
    for platform in platforms:
        its = [cell for cell in row.cells if cell.column.group == platform and cell not in ours]
        name = Cell(Column("platform"), its[0].header, _called(its[0]), link=its[0].link)
        yield replace(row, cells=(*ours, name, *map(_field, its)))


def _called(cell: Cell) -> str:
    """The platform as the heading of its column writes it: "FB" of "FB status"."""
    own = cell.header.split()
    for length in range(1, len(own) + 1):
        if words(" ".join(own[:length])).replace(" ", "") == cell.column.group:
            return " ".join(own[:length])
    return cell.header


def _field(cell: Cell) -> Cell:
    """A cell of a platform's column as that of its field; where the heading tells none, by what stands in it."""
    field = cell.column.about or ("url" if is_website(cell.value) else "status")
    return replace(cell, column=Column(field, group=cell.header if field in ("login", "note") else ""))

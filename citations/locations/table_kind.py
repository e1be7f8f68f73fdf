"""Kinds of tables: how the names of their columns are read, and which of them such a table cannot do without."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from citations.locations.columns import Column, read_columns


@dataclass(frozen=True, slots=True)
class TableKind:
    """How a kind of table is headed. A row is its heading when it has a column for one of the fields in `needs`.

    `lacking` says what to do when no row has. `every_sheet` when all sheets of a workbook that are headed so are read,
    `has_links` when the addresses behind their cells are too.
    """

    read: Callable[[Sequence[str]], list[Column | None]]
    needs: frozenset[str]
    lacking: str
    every_sheet: bool = False
    has_links: bool = False

    def is_headed(self, columns: Iterable[Column | None]) -> bool:
        """True when these columns can be the heading of such a table."""
        return any(column is not None and column.field in self.needs for column in columns)


LOCATIONS = TableKind(
    read_columns, frozenset({"name"}), "no column holds the business's name; head one of them 'Business name'"
)

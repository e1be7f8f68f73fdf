"""Kinds of tables: how the names of their columns are read, and which of them such a table cannot do without."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from citations.locations.columns import Column, read_columns


@dataclass(frozen=True, slots=True)
class TableKind:
    """How a kind of table is headed. A row is its heading when it has a column for one of the fields in `needs`.

    `or_all` are fields that make a heading together where none of those is. `lacking` says what to do when no row has.
    `every_sheet` when all sheets of a workbook that are headed so are read, `has_links` when the addresses
    behind their cells are too.
    """

    read: Callable[[Sequence[str]], list[Column | None]]
    needs: frozenset[str]
    lacking: str
    or_all: frozenset[str] = frozenset()
    every_sheet: bool = False
    has_links: bool = False

    def is_headed(self, columns: Iterable[Column | None]) -> bool:
        """True when these columns can be the heading of such a table."""
        fields = {column.field for column in columns if column is not None}
        return bool(fields & self.needs) or (bool(self.or_all) and self.or_all <= fields)


LOCATIONS = TableKind(
    read_columns, frozenset({"name"}), "no column holds the business's name; head one of them 'Business name'"
)

"""The heading of a table, in CSV or on a sheet, and the rows that stand below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from citations.locations.columns import Column
from citations.locations.locations_file import LocationsError, Refusal, Unfit
from citations.locations.row import Cell, Row, clean
from citations.locations.spreadsheet import undamaged
from citations.locations.table_kind import LOCATIONS, TableKind

WITHIN = 20
"""How many rows may stand above it, itself included."""
NO_LINKS: Mapping[tuple[int, int], str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Heading:
    """The names over the columns of a table, and what each column means."""

    names: tuple[str, ...]
    columns: tuple[Column | None, ...]
    kind: TableKind = LOCATIONS

    @property
    def known(self) -> int:
        """How many of its columns say something to us."""
        return sum(column is not None for column in self.columns)

    @property
    def is_sound(self) -> bool:
        """True when it has a column that such a table needs, as that for a business's name."""
        return self.kind.is_headed(self.columns)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The names of the columns that say nothing to us."""
        return tuple(name for name, column in zip(self.names, self.columns, strict=True) if column is None and name)

    def row(
        self,
        line: int,
        texts: Iterable[str],
        faults: Iterable[Refusal] = (),
        sheet: str = "",
        links: Mapping[tuple[int, int], str] = NO_LINKS,
    ) -> Row:
        """The row of a table with these texts in its cells; a cell that a spreadsheet damaged is a fault of the row.

        `links` are the addresses to which cells lead, by line and column.
        """
        cells, damaged = [], []
        for place, cell in self._cells(texts):
            link = links.get((line, place), "")
            try:
                value = undamaged(cell.column, cell.value)
                cells.append(Cell(cell.column, cell.header, value, link=link))
            except Unfit as damage:
                damaged.append(Refusal(line, cell.header, cell.value, str(damage)))
        return Row(line, tuple(cells), (*faults, *damaged), sheet=sheet)

    def _cells(self, texts: Iterable[str]) -> Iterator[tuple[int, Cell]]:
        for place, (column, name, text) in enumerate(zip(self.columns, self.names, texts, strict=False)):
            if column is not None and text:
                yield place, Cell(column, name, text)


def read_heading(cells: Sequence[str], kind: TableKind = LOCATIONS) -> Heading:
    """What a row means as the heading of the rows below."""
    names = tuple(" ".join(clean(cell).split()) for cell in cells)
    return Heading(names, tuple(kind.read(names)), kind)


def no_heading(begins: str, kind: TableKind = LOCATIONS) -> LocationsError:
    """The error for a table without a heading."""
    return LocationsError(f"{kind.lacking}. The file begins: {begins[:200]!r}")

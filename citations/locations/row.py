"""A row of a locations file, whatever its format: cells with the column that each belongs to."""

from dataclasses import dataclass

from citations.locations.columns import Column
from citations.locations.locations_file import Note, Refusal, where
from citations.unseen import seen


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: what its column means, how the file calls it, the text; `whole` when it is not a list.

    `link` is the address that the cell of a workbook leads to, where its kind of table is read for that.
    """

    column: Column
    header: str
    value: str
    whole: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells that are not blank, the line where the row starts, and what is wrong with its form.

    `item` and `sheet` say more of where it stands, as in a Refusal.
    """

    line: int
    cells: tuple[Cell, ...]
    faults: tuple[Refusal, ...] = ()
    item: int = 0
    sheet: str = ""

    @property
    def where(self) -> str:
        """Where the row stands, in words."""
        return where(self.line, self.item, self.sheet)


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a file, the columns that say nothing to us, what is to be told of the file itself.

    `names` stand over all its columns.
    """

    rows: tuple[Row, ...]
    ignored_columns: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[str, ...] = ()


def clean(text: str) -> str:
    """`text` without invisible characters and needless space; its lines stay apart."""
    if not text:
        return ""
    lines = (" ".join(line.split()) for line in seen(text).splitlines())
    return "\n".join(line for line in lines if line)

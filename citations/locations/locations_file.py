"""What came of reading a locations file: its locations, and by name each row that could not be used."""

from dataclasses import dataclass
from pathlib import Path

from citations.models import Location


class LocationsError(ValueError):
    """The file as a whole cannot be used; the text says why and what to do."""


class Unfit(ValueError):  # noqa: N818 - it is no error of the program
    """A value that cannot be used; the text says what to do about it."""


class Foreign(Unfit):
    """A value that the country does not have; another one may."""


def where(line: int, item: int = 0, sheet: str = "") -> str:
    """Where a row stands, as a person finds it: `line 4`, `item 3 (line 1)`, `sheet 'Shops', row 4`."""
    if sheet:
        return f"sheet {sheet!r}, row {line}"
    return f"item {item} (line {line})" if item else f"line {line}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row was left out: where it starts, the column and the value at fault, what to do about it.

    `line` is the line of a text file or the row of a sheet, both as their programs count them.
    `item` is the place in a JSON list, counted from 1; `sheet` the name of the workbook's sheet.
    """

    line: int
    column: str
    value: str
    reason: str
    item: int = 0
    sheet: str = ""

    @property
    def where(self) -> str:
        """Where the row stands, in words."""
        return where(self.line, self.item, self.sheet)

    @property
    def row(self) -> int:
        """The number that tells the row from every other of its file."""
        return self.item or self.line

    def __str__(self) -> str:
        column = f", column {self.column!r}" if self.column else ""
        value = f": {self.value!r}" if self.value else ""
        return f"{self.where}{column}{value}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something in a file that was read otherwise than it was written, or that a person should know of.

    `line`, `item` and `sheet` are those of a Refusal.
    """

    line: int
    column: str
    value: str
    text: str
    item: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        column = f", column {self.column!r}" if self.column else ""
        value = f": {self.value!r}" if self.value else ""
        return f"{where(self.line, self.item, self.sheet)}{column}{value} {self.text}"


@dataclass(frozen=True, slots=True)
class LocationsFile:
    """A file that was read: a row is among the locations, or it has its refusals, or its status keeps it out.

    What a status means, and which row is left out because of it, stands among the notes.
    `ignored_columns` names the columns that say nothing to us, as they are headed.
    """

    file: Path
    locations: tuple[Location, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()
    ignored_columns: tuple[str, ...] = ()

    @property
    def lacks(self) -> str:
        """Why none of its locations can be audited; blank when one can."""
        if self.locations:
            return ""
        if self.refusals:
            return "no usable row"
        return "every row is left out by its status" if self.notes else "no row stands below the heading"

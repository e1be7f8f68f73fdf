"""What came of reading a locations file: its locations, and by name each row that could not be used."""

from dataclasses import dataclass
from pathlib import Path

from citations.models import Location


class LocationsError(ValueError):
    """The file as a whole cannot be used; the text says why and what to do."""


class Unfit(ValueError):  # noqa: N818 - it is no error of the program
    """A value that cannot be used; the text says what to do about it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row was left out: where it starts, the column and the value at fault, what to do about it."""

    line: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        column = f", column {self.column!r}" if self.column else ""
        value = f": {self.value!r}" if self.value else ""
        return f"line {self.line}{column}{value}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Note:
    """Something in a row that was read otherwise than it was written."""

    line: int
    column: str
    value: str
    text: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column!r}: {self.value!r} {self.text}"


@dataclass(frozen=True, slots=True)
class LocationsFile:
    """A file that was read: a row is either among the locations or has its refusals.

    `ignored_columns` names the columns that say nothing to us, as they are headed.
    """

    file: Path
    locations: tuple[Location, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()
    ignored_columns: tuple[str, ...] = ()

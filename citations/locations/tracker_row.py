"""A row of an agency's tracker as it was read: whose it is, of which platform, what it notes."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from citations.locations.locations_file import Note, Refusal, where
from citations.words import Noted


@dataclass(frozen=True, slots=True)
class Clues:
    """What a row says of whose it is: client, store code, phone, texts such as name, branch or street, and the area.

    `areas` are what columns for town, region and postcode hold.
    """

    client: str = ""
    code: str = ""
    phone: str = ""
    texts: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.client or self.code or self.phone or self.texts or self.areas)

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.client, self.code, *self.texts, *self.areas, self.phone)))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a row notes, the day that it gives for it, and its own words."""

    word: Noted
    on: date | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """One row of a tracker. `events` stand in their order, what holds now last; none when the row says nothing yet."""

    file: str
    line: int
    sheet: str
    file_at: datetime
    clues: Clues
    platform: str
    url: str = ""
    events: tuple[Event, ...] = ()
    login: str = ""
    note: str = ""

    @property
    def where(self) -> str:
        """Where the row stands, in words."""
        return where(self.line, sheet=self.sheet)

    @property
    def says_nothing(self) -> bool:
        """True for a row that names a platform and no more."""
        return not (self.url or self.events or self.login or self.note)


@dataclass(frozen=True, slots=True)
class TrackerFile:
    """A tracker that was read; `ignored_columns` say nothing to us, `secret_columns` were not read on purpose."""

    file: Path
    rows: tuple[TrackerRow, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()
    ignored_columns: tuple[str, ...] = ()
    secret_columns: tuple[str, ...] = ()

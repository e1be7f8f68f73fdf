"""What an agency's own tracker says of a location on a platform."""

from dataclasses import dataclass
from datetime import date, datetime

from citations.models.fields import as_word
from citations.words import Noted


@dataclass(frozen=True, slots=True)
class TrackerNote:
    """One thing that the agency noted: what, when, and where it stands.

    `platform` and `said` are as the tracker writes them; `directory` is the platform's id, blank where no
    directory is of it. `on` is the day that the tracker gives; `file_at` is when its file was last written.
    `login` says who has the login or where it is kept: passwords are never read. `place` is the file and
    row. `is_client_wide` when it is noted of all the client's locations.
    """

    platform: str
    word: Noted
    directory: str = ""
    said: str = ""
    on: date | None = None
    url: str = ""
    login: str = ""
    note: str = ""
    place: str = ""
    file_at: datetime | None = None
    is_client_wide: bool = False

    def __post_init__(self) -> None:
        as_word(self, "word", Noted)

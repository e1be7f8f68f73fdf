"""What the agency's tracker notes of a location: beside each directory's check, and on platforms that none covers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from citations.findings import beside
from citations.models import Check, TrackerNote
from citations.reports.wording import wording
from citations.ui.html import draw
from citations.words import Noted


@dataclass(frozen=True)
class Line:
    """One thing that was noted: its word, its day in words, and what stands beside it in the sheet."""

    label: str
    when: str
    said: str
    url: str
    login: str
    note: str
    place: str


def lines(notes: Iterable[TrackerNote]) -> list[Line]:
    """What was noted, what holds now first."""
    return [_line(note) for note in reversed(tuple(notes))]


def beside_check(notes: Sequence[TrackerNote], check: Check) -> str:
    """How what the tracker says now stands to what the check found; blank when there is nothing to tell."""
    if not notes:
        return ""
    key = beside(notes[-1], check)
    return str(wording()["beside"][key]) if key else ""


def show_elsewhere(notes: Iterable[TrackerNote]) -> None:
    """The section of the platforms that the audit does not check."""
    platforms: dict[str, list[TrackerNote]] = {}
    for note in notes:
        platforms.setdefault(note.platform, []).append(note)
    if platforms:
        draw("noted", platforms=[(platform, lines(found)) for platform, found in platforms.items()])


def _line(note: TrackerNote) -> Line:
    label: str = wording()["tracker"][note.word]
    said = note.said if note.word is Noted.REMARK or note.said.lower() != label.lower() else ""
    where = f"{note.place}, noted of the whole client" if note.is_client_wide else note.place
    return Line(label, _when(note), said, note.url, note.login, note.note, where)


def _when(note: TrackerNote) -> str:
    """The day that the tracker gives; else that of the sheet which first said it."""
    if note.on:
        return _day(note.on)
    return f"in the sheet of {_day(note.file_at.date())}" if note.file_at else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

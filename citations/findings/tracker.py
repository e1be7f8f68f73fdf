"""What the agency's tracker says beside what the audit found: where they agree there is nothing to tell."""

from collections.abc import Iterable, Mapping

from citations.models import Check, Location, TrackerNote
from citations.store import Histories
from citations.words import Noted, Status

_ABSENT = (Status.NOT_LISTED, Status.VANISHED)
_SENT = (Noted.SUBMITTED, Noted.PENDING)
_NOT_THERE = (Noted.NOT_LISTED, Noted.REJECTED)


def notes_of(location: Location, histories: Histories) -> tuple[TrackerNote, ...]:
    """What was noted of a location, after what was noted of its client as a whole."""
    return histories.get((location.client, ""), ()) + histories.get((location.client, location.id), ())


def standing(notes: Iterable[TrackerNote]) -> Mapping[str, TrackerNote]:
    """Directory id -> the note that holds now: the location's own newest, else that of the whole client."""
    found: dict[str, TrackerNote] = {}
    for note in notes:
        before = found.get(note.directory)
        if note.directory and (before is None or before.is_client_wide or not note.is_client_wide):
            found[note.directory] = note
    return found


def pending(notes: Iterable[TrackerNote]) -> Mapping[str, TrackerNote]:
    """Directory id -> the note of a submission that is still pending there."""
    return {directory: note for directory, note in standing(notes).items() if note.word in _SENT}


def beside(note: TrackerNote, check: Check) -> str:
    """How a note stands to the check of the same listing: `gone`, `waiting`, `arrived`, `there`, `unseen`.

    Blank when they agree, and where a check that could not look leaves nothing to say.
    """
    if check.status in _ABSENT:
        return "gone" if note.word.is_there else "waiting" if note.word.is_waiting else ""
    if check.status is Status.LISTED:
        if note.word.is_waiting:
            return "arrived"
        return "there" if note.word in (*_NOT_THERE, Noted.CLOSED) else ""
    return "unseen" if note.word in _SENT else ""

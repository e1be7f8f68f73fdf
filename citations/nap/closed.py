"""What names and opening hours say of a business that is not open any more, or has moved."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from citations.models import Finding, Location
from citations.nap.name_extra import MARKS, SEPARATOR
from citations.postal.folding import plain, words
from citations.postal.table import rows
from citations.words import FindingKind, Lifecycle

_CLOSED = frozenset({("closed",), ("geschlossen",), ("ferme",), ("cerrado",), ("chiuso",)})  # behind a name, for good
_WHERE_TO = re.compile(r"\s+(?:to|nach|à|a)\s.*", re.IGNORECASE)  # moved to 9 Elm St


@cache
def _closing_words() -> dict[tuple[str, ...], Lifecycle]:
    table = rows(Path(__file__).parent / "tables" / "closed_words.csv")
    return {tuple(row["words"].split()): Lifecycle(row["lifecycle"]) for row in table}


@lru_cache(16384)
def closing_words(text: str) -> Lifecycle:
    """What a text tells that says nothing else ("permanently closed"); open for any other text."""
    return _closing_words().get(words(text), Lifecycle.OPEN)


@lru_cache(16384)
def without_closing_words(name: str) -> tuple[str, Lifecycle]:
    """A name without "- CLOSED" or "(moved)" at its end, and what this tells."""
    text = plain(name)
    for at in SEPARATOR.finditer(text):
        tail = text[at.end() :].strip(MARKS)
        said = _told_behind(tail)
        if said is not Lifecycle.OPEN:
            return text[: at.start()], said
    return name, Lifecycle.OPEN


def _told_behind(tail: str) -> Lifecycle:
    """What the words behind a name tell: "closed" alone, "permanently closed", "moved to 9 Elm St"."""
    if words(tail) in _CLOSED:
        return Lifecycle.CLOSED
    is_moved = closing_words(_WHERE_TO.sub("", tail)) is Lifecycle.MOVED
    return Lifecycle.MOVED if is_moved else closing_words(tail)


_SAYS = {
    Lifecycle.CLOSED: (FindingKind.CLOSED, "The listing tells customers that you are permanently closed."),
    Lifecycle.TEMPORARILY_CLOSED: (FindingKind.CLOSED, "The listing tells customers that you are temporarily closed."),
    Lifecycle.MOVED: (FindingKind.MOVED, "The listing tells customers that you have moved."),
}


def lifecycle_findings(location: Location, told: Sequence[Lifecycle]) -> Sequence[Finding]:
    """What the listing tells wrongly of the business being open: by a badge, behind the name or in place of hours.

    A listing that shows a closed location as open is the finding, one that says so too is right.
    """
    said = Lifecycle.OPEN
    if told.count(said) < len(told):
        said = next(one for one in told if one is not Lifecycle.OPEN)
    is_gone = location.lifecycle is Lifecycle.CLOSED and said is not Lifecycle.OPEN
    if said is location.lifecycle or is_gone:
        return ()
    if said is not Lifecycle.OPEN:
        return [Finding(*_SAYS[said])]
    for_now = "for a time" if location.lifecycle is Lifecycle.TEMPORARILY_CLOSED else "for good"
    reason = f"The listing shows you as open, though you are closed {for_now}: customers come to a closed door."
    return [Finding(FindingKind.SHOWN_OPEN, reason)]

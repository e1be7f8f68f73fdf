"""What names and opening hours say of a business that is not open any more, or has moved."""

from functools import cache, lru_cache
from pathlib import Path

from citations.models import Finding, Listing
from citations.nap.name_extra import MARKS, SEPARATOR
from citations.postal.folding import plain, words
from citations.postal.table import rows
from citations.words import FindingKind, Lifecycle

_CLOSED = frozenset({("closed",), ("geschlossen",), ("ferme",), ("cerrado",), ("chiuso",)})  # behind a name, for good


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
        said = Lifecycle.CLOSED if words(tail) in _CLOSED else closing_words(tail)
        if said is not Lifecycle.OPEN:
            return text[: at.start()], said
    return name, Lifecycle.OPEN


_SAYS = {
    Lifecycle.CLOSED: (FindingKind.CLOSED, "The listing tells customers that you are permanently closed."),
    Lifecycle.TEMPORARILY_CLOSED: (FindingKind.CLOSED, "The listing tells customers that you are temporarily closed."),
    Lifecycle.MOVED: (FindingKind.MOVED, "The listing tells customers that you have moved."),
}


def lifecycle_findings(listing: Listing) -> list[Finding]:
    """What the listing says by a badge, behind the name, or in place of hours, of the business being open."""
    told = (listing.lifecycle, without_closing_words(listing.name)[1], closing_words(listing.hours))
    said = next((one for one in told if one is not Lifecycle.OPEN), None)
    return [Finding(*_SAYS[said])] if said else []

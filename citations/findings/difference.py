"""Where two values differ: what screens and reports mark inside a value.

Two texts are held against each other word by word. Of a field that is known, only what tells a customer something is
marked: of a phone the groups of digits, of an address the parts that are wrong wherever they stand, of hours the days
and times by their meaning, of a name the words without their dress.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from citations.findings.difference_in_address import differing_words
from citations.findings.difference_keys import hour_keys, keys, same_digits
from citations.models import FieldResult

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_HOURS = re.compile(r"\d+(?:[:.]\d+)*(?:\s*[ap]\.?m\b\.?)?|[^\W\d]+|\s+|[^\w\s]", re.IGNORECASE)
Marks = tuple[Sequence[bool], Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `changed` when the other text does not have it here."""

    text: str
    changed: bool


def difference(
    canonical: str, listed: str, field: str = "", parts: Mapping[str, FieldResult] | None = None
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """`canonical` and `listed`, each cut into spans that are shared or changed; joined they are the texts again.

    `field` is that of the values, `parts` the results for the parts of an address.

    >>> [span.text for span in difference("12 Oak St", "14 Oak St")[1] if span.changed]
    ['14']
    >>> difference("Hauptstr. 5, 50823 Köln", "50823 Köln, Hauptstraße 5", "address")[1][0].changed
    False
    """
    cut = _HOURS if field == "hours" else _PIECES
    ours, theirs = cut.findall(canonical), cut.findall(listed)
    marks = _marks(ours, theirs, field, parts or {})
    return _spans(ours, marks[0]), _spans(theirs, marks[1])


def _marks(ours: list[str], theirs: list[str], field: str, parts: Mapping[str, FieldResult]) -> Marks:
    if field == "address":
        return differing_words(ours, theirs, parts)
    if field == "phone" and (found := same_digits(ours, theirs)):
        return found
    if field == "hours":
        return _aligned(hour_keys(ours), hour_keys(theirs))
    return _aligned(keys(ours, field), keys(theirs, field))


def _aligned(ours: list[str], theirs: list[str]) -> Marks:
    """True for each piece that the other side does not have there; a blank key is never marked."""
    first, second = [False] * len(ours), [False] * len(theirs)
    at_ours = [at for at, key in enumerate(ours) if key]
    at_theirs = [at for at, key in enumerate(theirs) if key]
    for step in Indel.opcodes([ours[at] for at in at_ours], [theirs[at] for at in at_theirs]):
        if step.tag != "equal":
            for at in at_ours[step.src_start : step.src_end]:
                first[at] = True
            for at in at_theirs[step.dest_start : step.dest_end]:
                second[at] = True
    return first, second


def _spans(pieces: Sequence[str], marks: Sequence[bool]) -> tuple[Span, ...]:
    """Pieces that are marked alike drawn together."""
    spans: list[Span] = []
    for piece, changed in zip(pieces, marks, strict=True):
        if spans and spans[-1].changed == changed:
            spans[-1] = Span(spans[-1].text + piece, changed)
        else:
            spans.append(Span(piece, changed))
    return tuple(spans)

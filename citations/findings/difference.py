"""Where two texts differ, word by word: the difference that screens and reports mark inside a value."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Opcodes


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text; `changed` when the other text does not have it here."""

    text: str
    changed: bool


def difference(canonical: str, listed: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """`canonical` and `listed`, each cut into spans that are shared or changed; joined they are the texts again.

    >>> [span.text for span in difference("12 Oak St", "14 Oak St")[1] if span.changed]
    ['14']
    """
    ours, theirs = _words(canonical), _words(listed)
    steps = Indel.opcodes([w.casefold() for w in ours], [w.casefold() for w in theirs])
    return _spans(ours, steps, source=True), _spans(theirs, steps, source=False)


def _words(text: str) -> list[str]:
    """Words, spaces and marks apart, nothing lost."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _spans(words: list[str], steps: Opcodes, *, source: bool) -> tuple[Span, ...]:
    spans: list[Span] = []
    for step in steps:
        start, end = (step.src_start, step.src_end) if source else (step.dest_start, step.dest_end)
        if start != end:
            spans.append(Span("".join(words[start:end]), step.tag != "equal"))
    return tuple(spans)

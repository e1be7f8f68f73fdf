"""The words in which two addresses differ: those of the parts that are wrong, wherever they stand in the line."""

from collections import Counter
from collections.abc import Mapping, Sequence

from citations.models import FieldResult
from citations.postal.folding import fold, without_umlauts
from citations.words import Verdict


def differing_words(
    ours: Sequence[str], theirs: Sequence[str], parts: Mapping[str, FieldResult]
) -> tuple[list[bool], list[bool]]:
    """Which pieces of the record's and of the listing's line to mark."""
    wrong = [name for name, part in parts.items() if not part.verdict.is_right and part.verdict is not _UNTOLD]
    if not wrong:
        first, second = Counter(map(_key, ours)), Counter(map(_key, theirs))
        return _beyond(ours, second), _beyond(theirs, first)
    told = {name: (part.canonical, part.listed) for name, part in parts.items()}
    turned = {name: (listed, canonical) for name, (canonical, listed) in told.items()}
    return _within(ours, theirs, told, wrong), _within(theirs, ours, turned, wrong)


_UNTOLD = Verdict.NOT_COMPARED


def _key(piece: str) -> str:
    return without_umlauts(fold(piece)).replace("strasse", "str") if piece.isalnum() else ""


def _beyond(pieces: Sequence[str], others: Counter[str]) -> list[bool]:
    """True for each word that the other line does not have, in whatever order."""
    left = others.copy()
    marks = []
    for key in map(_key, pieces):
        marks.append(bool(key) and left[key] <= 0)
        left[key] -= 1
    return marks


def _within(
    pieces: Sequence[str], others: Sequence[str], parts: Mapping[str, tuple[str, str]], wrong: Sequence[str]
) -> list[bool]:
    """True for the words of wrong parts that the other side has neither in this part nor, without it, in none."""
    marks, taken = [False] * len(pieces), [False] * len(pieces)
    keyed = [_key(piece) for piece in pieces]
    words = {name: (_words(here), _words(there)) for name, (here, there) in parts.items()}
    unread = Counter(map(_key, others)) - Counter(word for _, there in words.values() for word in there)
    for name in sorted(words, key=lambda name: len(words[name][0]) < 2):  # parts of several words are found more surely
        here, there = words[name]
        for at, word in _places(keyed, here, taken):
            taken[at] = True
            marks[at] = name in wrong and word not in (there or unread)
    return marks


def _words(text: str) -> list[str]:
    pieces = (
        _key("".join(c for c in word if c.isalnum())) for word in text.replace("-", " ").replace("/", " ").split()
    )
    return [piece for piece in pieces if piece]


def _places(keyed: Sequence[str], words: Sequence[str], taken: Sequence[bool]) -> list[tuple[int, str]]:
    """Where the words of a part stand: together when they do somewhere, else each where it is first free."""
    free = [at for at, key in enumerate(keyed) if key and not taken[at]]
    for start in range(len(free) - len(words) + 1):
        run = free[start : start + len(words)]
        if [keyed[at] for at in run] == list(words):
            return list(zip(run, words, strict=True))
    found: list[tuple[int, str]] = []
    for word in words:
        at = next((at for at in free if keyed[at] == word and at not in {place for place, _ in found}), None)
        if at is not None:
            found.append((at, word))
    return found

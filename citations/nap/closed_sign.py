"""The sign at the door: what names and opening hours say of a business that has closed or moved.

`CLOSED - Joe's`, `Joe's has moved to 9 Elm St`, `Permanently closed: Joe's`. A sign is no part of the name. A name of
which such a word is a part (Closed Loop Coffee, Moved by Grace) is no sign.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from citations.nap.name import read_name, same_name
from citations.postal.folding import fold, plain, words
from citations.postal.table import rows
from citations.words import Lifecycle

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARK = re.compile(r"\s[-–—~/]|[-–—~/]\s|[^\w\s\-–—~/.,&'’]|,\s")
_BEFORE_SIGN = " ([{<-–—|•·~/:,;*★☆●►»"
_SINCE = re.compile(r"(?:[a-z]+ ){0,3}(?:\d{1,2} )?(?:19|20)\d\d")  # closed in March 2021
_WHERE_TO = re.compile(r"(?:to|nach|a|naar) ")  # moved to 9 Elm St


class Sign(NamedTuple):
    """A name without its sign, and what the sign says; open without one."""

    name: str
    says: Lifecycle = Lifecycle.OPEN


class _Told(NamedTuple):
    """What a phrase of `closed_words.csv` tells, and where it counts."""

    says: Lifecycle
    counts: str


class _Cut(NamedTuple):
    """A name parted in two: what may be a sign, and the rest; whether the sign is set apart, and whether it leads."""

    rest: str
    told: _Told
    is_apart: bool
    leads: bool


@cache
def _phrases() -> dict[str, _Told]:
    table = rows(Path(__file__).parent / "tables" / "closed_words.csv")
    return {row["words"]: _Told(Lifecycle(row["lifecycle"]), row["counts"]) for row in table}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for phrase in _phrases() for word in phrase.split())


@lru_cache(16384)
def closing_words(text: str) -> Lifecycle:
    """What a text tells that says nothing else ("permanently closed"); open for any other text, "closed" too."""
    told = _told(" ".join(words(text)))
    return told.says if told and told.counts != "name" else Lifecycle.OPEN


@lru_cache(16384)
def without_sign(listed: str, canonical: str) -> Sign:
    """A listed name without the sign that it bears beside the record's; the name itself where it bears none."""
    cuts = _cuts(listed)
    if not cuts or same_name(read_name(listed), read_name(canonical)):
        return Sign(listed)
    for cut in cuts:
        is_ours = not cut.leads and same_name(read_name(cut.rest), read_name(canonical))
        if cut.is_apart or not cut.told.counts or is_ours:
            return Sign(cut.rest, cut.told.says)
    return Sign(listed)


@lru_cache(16384)
def _cuts(name: str) -> tuple[_Cut, ...]:
    """Every way to part a name from words that may be a sign, behind it or in front, the longest sign first."""
    if _vocabulary().isdisjoint(words(name)):
        return ()
    text = plain(name)
    found = list(_WORD.finditer(text))
    return (*_behind(text, found), *_in_front(text, found))


def _behind(text: str, found: list[re.Match[str]]) -> Iterator[_Cut]:
    for last, first in pairwise(found):
        if told := _told(_folded(found, first.start(), len(text)), moves=True):
            yield _cut(text, (0, last.end()), (first.start(), len(text)), told)


def _in_front(text: str, found: list[re.Match[str]]) -> Iterator[_Cut]:
    for last, first in reversed(list(pairwise(found))):
        if told := _told(_folded(found, 0, last.end())):
            yield _cut(text, (first.start(), len(text)), (0, last.end()), told)


def _folded(found: list[re.Match[str]], start: int, end: int) -> str:
    return " ".join(fold(word[0]) for word in found if start <= word.start() < end)


def _cut(text: str, rest: tuple[int, int], sign: tuple[int, int], told: _Told) -> _Cut:
    leads = sign < rest
    between = text[sign[1] : rest[0]] if leads else text[rest[1] : sign[0]]
    shouts = text[slice(*sign)].isupper() and not text[slice(*rest)].isupper()
    kept = text[rest[0] :] if leads else text[: sign[0]].rstrip(_BEFORE_SIGN)
    return _Cut(kept, told, bool(_MARK.search(between)) or shouts, leads)


def _told(phrase: str, *, moves: bool = False) -> _Told | None:
    """What a phrase tells: "closed in March 2021" like "closed"; with `moves` also "moved to 9 Elm St" like "moved"."""
    if found := _phrases().get(phrase):
        return found
    for blank in re.finditer(" ", phrase):
        told, rest = _phrases().get(phrase[: blank.start()]), phrase[blank.end() :]
        moved = moves and told and told.says is Lifecycle.MOVED and _WHERE_TO.match(rest)
        if told and (moved or _SINCE.fullmatch(rest)):
            return told
    return None

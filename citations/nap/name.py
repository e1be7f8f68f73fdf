"""Business names: what two writings of one name share, and the words that tell two businesses apart."""

import re
from collections.abc import Set
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from citations.postal.folding import plain, without_umlauts, words
from citations.postal.street import ordinal
from citations.postal.table import rows
from citations.postal.vocabulary import spelled_numbers

_TABLES = Path(__file__).parent / "tables"


_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "el", "los", "las", "der", "die", "das"})


_TRADING_AS = re.compile(r"\s+(?:d/?b/?a|t/a|trading as|doing business as|a\.?k\.?a\.?|c/o)\.?:?\s+", re.IGNORECASE)


_SEPARATOR = re.compile(r"\s+[-–—|•·~]+\s*|\s*[|•·:,]\s*|\s*[–—]\s*|\s+(?=\()")


_STORE_NUMBER = re.compile(r"(?:#|\bno\.?|\bnr\.?|\bstore|\bunit|\blocation)\s*#?(\d+)\b", re.IGNORECASE)


class Name(NamedTuple):
    """A name read: its words as written, its bare core, the store number, and whether it had a comma."""

    letters: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    number: str = ""
    inverted: bool = False
    person: bool = False

    @property
    def squeezed(self) -> str:
        """The core without blanks."""
        return "".join(self.core)

    @property
    def in_order(self) -> tuple[str, ...]:
        """The core's words sorted, for names given back to front."""
        return tuple(sorted(self.core))


@cache
def _phrases(table: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    found = [
        (tuple(row["words"].split()), row.get("standard") or row.get("place") or "") for row in rows(_TABLES / table)
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def category_words(kind: str) -> frozenset[str]:
    """The words of `category_words.csv` of one kind: category or department."""
    return frozenset(row["word"] for row in rows(_TABLES / "category_words.csv") if row["kind"] == kind)


@lru_cache(65536)
def read_name(text: str) -> Name:
    """A name in the form that any two writings of it share."""
    text = plain(text)
    number = _STORE_NUMBER.search(text)
    bare = _STORE_NUMBER.sub(" ", text) if number else text
    letters = tuple(words(_possessives(bare)))
    core, person = _without_titles(_latin(_without_legal_forms(letters)))
    core = _without_legal_forms(core)
    core = _standard(_without_articles(core))
    core = tuple(word for word in core if word != "&")
    return Name(tuple(words(_possessives(text))), core or letters, number[1] if number else "", "," in text, person)


def _possessives(text: str) -> str:
    text = re.sub(r"(?<=\w)\+(?!\w)", " plus ", re.sub(r"\s+['’]s\b", "s", text))
    return text.replace("+", " & ")


def _latin(letters: tuple[str, ...]) -> tuple[str, ...]:
    """Only the Latin words of a name in two scripts; all of them when there is but one script."""
    latin = tuple(word for word in letters if word.isascii())
    return latin or letters


def _without_articles(core: tuple[str, ...]) -> tuple[str, ...]:
    if len(core) > 1 and core[0] in _ARTICLES:
        core = core[1:]
    return core[:-1] if len(core) > 1 and core[-1] in _ARTICLES - {"a"} else core


def _without_titles(core: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    found, changed = False, True
    while changed and len(core) > 1:
        changed = False
        for phrase, place in _phrases("titles.csv"):
            size = len(phrase)
            if size >= len(core):
                continue
            if place == "before" and core[:size] == phrase:
                core, found, changed = core[size:], True, True
            elif place == "after" and core[-size:] == phrase:
                core, found, changed = core[:-size], True, True
    return core, found


def _without_legal_forms(core: tuple[str, ...]) -> tuple[str, ...]:
    changed = True
    while changed and len(core) > 1:
        changed = False
        for phrase, _ in _phrases("legal_forms.csv"):
            if len(phrase) < len(core) and core[-len(phrase) :] == phrase:
                core, changed = core[: -len(phrase)], True
        if len(core) > 1 and core[-1] == "&":
            core, changed = core[:-1], True
    return core


def _standard(core: tuple[str, ...]) -> tuple[str, ...]:
    text = f" {' '.join(core)} "
    for phrase, standard in _phrases("name_words.csv"):
        if f" {phrase[0]} " in text:
            text = text.replace(f" {' '.join(phrase)} ", f" {standard} ")
    return tuple(_as_digits(word) for word in text.split())


def _as_digits(word: str) -> str:
    value, is_ordinal = spelled_numbers().get(word, (0, False))
    return word if word not in spelled_numbers() else ordinal(value) if is_ordinal else str(value)


@lru_cache(65536)
def same_name(a: Name, b: Name) -> bool:
    """True when the cores agree and no store number contradicts."""
    if not a.core or not b.core or (a.number and b.number and a.number != b.number):
        return False
    if a.core == b.core or a.squeezed == b.squeezed or _umlauts(a) == _umlauts(b):
        return True
    return (a.inverted or b.inverted) and a.in_order == b.in_order and len(a.core) > 1


def _umlauts(name: Name) -> str:
    return without_umlauts(name.squeezed)


@lru_cache(65536)
def trading_names(text: str) -> tuple[str, ...]:
    """The names in `ABC LLC dba Joe's`: each side of the phrase, or the text itself."""
    return tuple(part for part in _TRADING_AS.split(text) if part.strip())


@lru_cache(65536)
def added_tail(longer: str, shorter: str) -> str:
    """What the longer name adds to the shorter behind a dash, bar, colon or bracket; blank when nothing."""
    name = read_name(shorter)
    for at in _SEPARATOR.finditer(longer):
        tail = longer[at.end() :].strip(" ()-|")
        if tail and same_name(read_name(longer[: at.start()]), name):
            return tail
    return ""


def is_department(tail: str, place: Set[str] = frozenset()) -> bool:
    """True when the few words added to a name are those of a counter, a ward or a machine, and of the place."""
    added = set(read_name(tail).core) - place
    departments = category_words("department")
    return bool(added & departments) and len(added) <= 3 and added <= departments | category_words("beside")


def is_misspelling(a: Name, b: Name) -> bool:
    """True when one edit separates the names, within one word of five letters or more without digits."""
    if len(a.core) != len(b.core):
        return False
    pairs = [(x, y) for x, y in zip(a.core, b.core, strict=True) if x != y]
    if len(pairs) != 1:
        return False
    x, y = pairs[0]
    return min(len(x), len(y)) >= 5 and not re.search(r"\d", x + y) and DamerauLevenshtein.distance(x, y) == 1

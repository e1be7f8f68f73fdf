"""Business names: what two writings of one name share, and the words that tell two businesses apart."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from citations.postal.folding import fold, plain, without_umlauts, words
from citations.postal.numbers import ordinal
from citations.postal.table import rows
from citations.postal.vocabulary import spelled_numbers

_TABLES = Path(__file__).parent / "tables"


_ARTICLES = frozenset(
    {"the", "a", "an", "le", "la", "les", "l", "el", "los", "las", "der", "die", "das", "il", "lo", "gli"}
)


_STORE_NUMBER = re.compile(
    r"\(?(?:#|\b(?:no\.?|nr\.?|store|unit|location|branch|filiale|magasin)\s*[#:]?)\s*0*(\d+[a-z]?)\b\)?", re.IGNORECASE
)


_INITIALS = (
    re.compile(r"\b(?:[^\W\d_]\.){2,}"),
    re.compile(r"\b[^\W\d_](?:/[^\W\d_]\b)+"),
    re.compile(r"\b(?<!['’])[^\W\d_](?:\.?\s[^\W\d_]\b)+\.?"),
)


_SIGNS = str.maketrans(dict.fromkeys("™®©℠", " "))


_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?([\w-]{3,})\.(?:com?|net|org|biz|info|us|ca|ie|de|at|ch|fr|(?:co|com|org|net)\.\w\w)/?"
)


_POSSESSIVE = re.compile(r"\s+['’]s\b")


_PLUS = re.compile(r"(?<=\w)\+(?!\w)")


_AND = re.compile(r"(?<=\w)\s+(?:u\.|y|['’]?n['’])\s+(?=\w)")


_ELISION = re.compile(r"\b[lL]['’](?=\w)")


_LONE_LETTER = re.compile(r"\b[^\W\d_]\b")


_BETWEEN_INITIALS = re.compile(r"[.\s/]")


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
def phrases(table: str, place: str = "") -> tuple[tuple[tuple[str, ...], str], ...]:
    """The phrases of a table that stand in `place`, the longest first, each with its standard form."""
    found = [
        (tuple(row["words"].split()), row.get("standard") or "")
        for row in rows(_TABLES / table)
        if row.get("place", "") == place
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def category_words(kind: str) -> frozenset[str]:
    """The words of `category_words.csv` of one kind: category or department."""
    return frozenset(fold(row["word"]) for row in rows(_TABLES / "category_words.csv") if row["kind"] == kind)


# Forms that Japanese and Korean names carry without a blank: 株式会社サンプル, サンプル(株).
_GLUED_FORMS = re.compile(r"株式会社|有限会社|合同会社|\(株\)|주식회사")


@lru_cache(16384)
def read_name(text: str) -> Name:
    """A name in the form that any two writings of it share."""
    text = _initials(plain(text.translate(_SIGNS)))
    if not text.isascii():
        text = _GLUED_FORMS.sub(r" \g<0> ", text)
    if "." in text and (domain := _DOMAIN.fullmatch(text.lower())):
        text = domain[1]
    number = _STORE_NUMBER.search(text)
    bare = _STORE_NUMBER.sub(" ", text) if number else text
    spoken = _possessives(bare)
    letters = words(spoken)
    core, person = _without_titles(_latin(_without_legal_forms(words(_elisions(spoken)))))
    core = _without_legal_forms(core)
    core = _standard(_without_articles(core))
    core = tuple(word for word in core if word != "&")
    return Name(
        words(_possessives(text)) if number else letters,
        core or letters,
        number[1] if number else "",
        "," in text,
        person,
    )


def _possessives(text: str) -> str:
    if _has_apostrophe(text):
        text = _POSSESSIVE.sub("s", text)
    if "+" in text:
        text = _PLUS.sub(" plus ", text).replace("+", " & ")
    return _AND.sub(" & ", text)


def _has_apostrophe(text: str) -> bool:
    return "'" in text or "’" in text


def _elisions(text: str) -> str:
    """`L'Atelier` with its article as a word of its own."""
    return _ELISION.sub("l ", text) if _has_apostrophe(text) else text


def _initials(text: str) -> str:
    """Single letters drawn together: `A.C.M.E.` is ACME, `L L C` is LLC, `P/L` is PL, `M.D., F.A.C.S.` stays two."""
    for pattern in _INITIALS if _LONE_LETTER.search(text) else ():
        text = pattern.sub(lambda found: _BETWEEN_INITIALS.sub("", found[0]), text)
    return text


def _latin(letters: tuple[str, ...]) -> tuple[str, ...]:
    """Only the Latin words of a name in two scripts; all of them when there is but one script."""
    latin = tuple(word for word in letters if word.isascii())
    return latin or letters


def _without_articles(core: tuple[str, ...]) -> tuple[str, ...]:
    if len(core) > 1 and core[0] in _ARTICLES:
        core = core[1:]
    return core[:-1] if len(core) > 1 and core[-1] in _ARTICLES - {"a"} else core


def _without_titles(core: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """(`core` without titles and credentials, whether there were some at its ends)."""
    bare = _stripped(core, "titles.csv")
    within = _by_edge("titles.csv", "anywhere", 0)
    return (bare if within.keys().isdisjoint(bare) else _without_inner(bare, within)), bare != core


def _without_inner(core: tuple[str, ...], phrases: Mapping[str, list[tuple[str, ...]]]) -> tuple[str, ...]:
    """`core` without the phrases that have a word before and a word behind."""
    left, at = [core[0]], 1
    while at < len(core):
        found = (phrase for phrase in phrases.get(core[at], ()) if core[at : at + len(phrase)] == phrase)
        taken = next((len(phrase) for phrase in found if at + len(phrase) < len(core)), 0)
        left += [] if taken else [core[at]]
        at += taken or 1
    return tuple(left)


def _without_legal_forms(core: tuple[str, ...]) -> tuple[str, ...]:
    return _stripped(core, "legal_forms.csv")


def _stripped(core: tuple[str, ...], table: str) -> tuple[str, ...]:
    """`core` without the phrases of a table before and after it; something always stays."""
    left: tuple[str, ...] = ()
    while left != core:
        left = core
        for phrase in _by_edge(table, "after", -1).get(core[-1], ()):
            if len(phrase) < len(core) and core[-len(phrase) :] == phrase:
                core = core[: -len(phrase)]
                break
        for phrase in _in_front(table).get(core[0], ()):
            if len(phrase) < len(core) and core[: len(phrase)] == phrase:
                core = core[len(phrase) :]
                break
        if len(core) > 1 and core[-1] == "&":
            core = core[:-1]
    return core


@cache
def _in_front(table: str) -> dict[str, list[tuple[str, ...]]]:
    before, anywhere = (_by_edge(table, place, 0) for place in ("before", "anywhere"))
    found = {word: [*before.get(word, ()), *anywhere.get(word, ())] for word in before.keys() | anywhere.keys()}
    return {word: sorted(some, key=len, reverse=True) for word, some in found.items()}


@cache
def _by_edge(table: str, place: str, edge: int) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a table that stand in `place`, by their last or first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase, _ in phrases(table, place):
        found.setdefault(phrase[edge], []).append(phrase)
    return found


def _standard(core: tuple[str, ...]) -> tuple[str, ...]:
    if _beginnings().isdisjoint(core):
        return tuple(_as_digits(core))
    text, there = f" {' '.join(core)} ", set(core)
    for phrase, standard in phrases("name_words.csv"):
        if phrase[0] in there:
            text = text.replace(f" {' '.join(phrase)} ", f" {standard} ")
            there.update(standard.split())
    return tuple(_as_digits(text.split()))


@cache
def _beginnings() -> frozenset[str]:
    """The first words of the phrases of `name_words.csv`: a name without one has none to replace."""
    return frozenset(phrase[0] for phrase, _ in phrases("name_words.csv"))


def _as_digits(core: Sequence[str]) -> Iterator[str]:
    """Numbers as digits: `second` is 2nd, `twenty one` is 21."""
    tens = 0
    for word in core:
        value, is_ordinal = spelled_numbers().get(word, (0, False))
        if tens and not 1 <= value <= 9:
            yield str(tens)
            tens = 0
        if not is_ordinal and value in range(20, 100, 10):
            tens = value
        elif word in spelled_numbers():
            yield ordinal(tens + value) if is_ordinal else str(tens + value)
            tens = 0
        else:
            yield word
    if tens:
        yield str(tens)


@lru_cache(16384)
def same_name(a: Name, b: Name) -> bool:
    """True when the cores agree and no store number contradicts."""
    if not a.core or not b.core or (a.number and b.number and a.number != b.number):
        return False
    if a.core == b.core or a.squeezed == b.squeezed or _umlauts(a) == _umlauts(b) or a.letters == b.letters:
        return True
    return (a.inverted or b.inverted) and a.in_order == b.in_order and len(a.core) > 1


def _umlauts(name: Name) -> str:
    return without_umlauts(name.squeezed)


def is_misspelling(a: Name, b: Name) -> bool:
    """True when one typing error in one word separates the names."""
    if len(a.core) != len(b.core):
        return False
    pairs = [(x, y) for x, y in zip(a.core, b.core, strict=True) if x != y]
    return len(pairs) == 1 and is_typing_error(*pairs[0])


def is_typing_error(x: str, y: str) -> bool:
    """True when one edit separates two words of five letters or more, without digits."""
    long = min(len(x), len(y)) >= 5 and not re.search(r"\d", x + y)
    return long and DamerauLevenshtein.distance(x, y, score_cutoff=1) == 1

"""Two writings that name one street, though they share no spelling: aliases, corners, second names, landmarks."""

import re
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from citations.postal.folding import fold
from citations.postal.street import Street, crossing, read_street
from citations.postal.table import lines, rows
from citations.postal.vocabulary import TABLES, country, street_types
from citations.words import Verdict

Judgement = tuple[str, Verdict, str]

# Behind a named street stands the number of the road that it is part of: Brewerton Rd Route 11.
_AND_ROUTE = re.compile(
    r"(?<=[a-z.])[\s,]+(?=(?:state |us |u\.s\. )?(?:route|rte|rt|hwy|highway)\.?\s*#?\d)", re.IGNORECASE
)
_SLASH = re.compile(r"\s*/\s*(?=[^\W\d])")
_SLASH_OR_DASH = re.compile(r"\s*/\s*(?=[^\W\d])|\s+-\s+")


@cache
def _landmarks() -> frozenset[str]:
    return lines(TABLES / "landmarks.txt")


@cache
def _misspelt_types() -> frozenset[str]:
    return lines(TABLES / "misspelt_types.txt")


def two_writings(listed: str, canonical: str, code: str, city: str) -> Judgement | None:
    """The rule by which two texts name one street all the same; None when there is none."""
    theirs, ours = read_street(listed, code), read_street(canonical, code)
    if _is_alias(listed, canonical, code, city):
        return "street_alias", Verdict.FORMATTING, f"“{listed}” and “{canonical}” are two names of one street."
    if _is_misspelt_type(theirs, ours) or _is_misspelt_type(ours, theirs):
        return "street_type_misspelt", Verdict.FORMATTING, f"“{listed}” misspells the word for the street's type."
    if _names_second(listed, ours, code) or _names_second(canonical, theirs, code):
        return "street_second_name", Verdict.FORMATTING, "One side adds a second name of the same street."
    if _is_same_corner(listed, canonical, code):
        return "street_corner", Verdict.FORMATTING, "One side names the corner, the other the street or less of it."
    if _adds_landmark(listed, ours, code) or _adds_landmark(canonical, theirs, code):
        return "street_landmark", Verdict.FORMATTING, "One side adds a building or landmark to the street."
    return None


def _is_alias(listed: str, canonical: str, code: str, city: str) -> bool:
    """True for two official names of one street of this city (of any, when no city is told), as the table has them."""
    theirs, ours = read_street(listed, code), read_street(canonical, code)
    if (theirs.before, theirs.after) != (ours.before, ours.after):
        return False
    pair = {street._replace(before="", after="") for street in (theirs, ours)}
    return any(pair == names for where, names in _aliases(code) if not where or not city or where == fold(city).strip())


@cache
def _aliases(code: str) -> list[tuple[str, set[Street]]]:
    """(city or blank, both names) of each row of `street_aliases.csv` for a country."""
    return [
        (row["city"], {read_street(row["street"], code), read_street(row["also"], code)})
        for row in rows(TABLES / "street_aliases.csv")
        if row["country"] == code
    ]


def _is_misspelt_type(written: Street, other: Street) -> bool:
    """`Main Sreet`: the last word of the name is one edit away from the other side's type, or from a common one."""
    head, _, last = written.name.rpartition(" ")
    if written.kind or head != other.name or len(last) < 4:
        return False
    types = street_types(("en",))
    spellings = [word for word, kind in types.items() if kind == other.kind and len(word) >= 4]
    return any(DamerauLevenshtein.distance(last, word) == 1 for word in spellings or _misspelt_types())


def _names_second(text: str, other: Street, code: str) -> bool:
    """`Main St./Rte. 6A`, `Brewerton Rd Route 11`, `Via Roma/Romstraße` name the other side's street and a second."""
    return other.name != "" and any(read_street(name, code) == other for name in _names(text, code))


def _names(text: str, code: str) -> Iterator[str]:
    parts = (_SLASH_OR_DASH if country(code).has("two_languages") else _SLASH).split(text)
    if len(parts) > 1:
        yield from parts
    for part in parts:
        named = _AND_ROUTE.split(part)
        if len(named) > 1 and read_street(named[0], code).kind:
            yield from named


def _is_same_corner(listed: str, canonical: str, code: str) -> bool:
    """Oak & Elm is Elm St at Oak St, and a corner on Oak St is on Oak St."""
    theirs, ours = crossing(listed, code), crossing(canonical, code)
    if theirs and ours:
        return any(all(map(_is_untyped, theirs, order)) for order in (ours, ours[::-1]))
    one = read_street(listed if ours else canonical, code)
    return any(_is_untyped(one, side) for side in theirs or ours)


def _is_untyped(a: Street, b: Street) -> bool:
    """True when two streets are the same but for a type that one side leaves out."""
    same_name = a.name == b.name and (a.before, a.after) == (b.before, b.after)
    return same_name and (a.kind == b.kind or not (a.kind and b.kind))


def _adds_landmark(text: str, other: Street, code: str) -> bool:
    """`Peachtree Rd Lenox Sq Mall` begins with the whole of `Peachtree Rd` and goes on with a landmark."""
    tokens = text.split()
    known = street_types(country(code).languages)
    if not other.kind or not any(re.sub(r"\W", "", fold(token)) in _landmarks() for token in tokens):
        return False
    for at in range(2, len(tokens)):
        if fold(tokens[at - 1]).strip(".,") in known and read_street(" ".join(tokens[:at]), code) == other:
            return True
    return False

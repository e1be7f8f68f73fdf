"""Whether two addresses on a page are one place in two writings."""

import re
from functools import cache, lru_cache

from citations.pages.tables import toml
from citations.postal import Address

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TOLD_BY = 5  # letters by which a street's name is told, since writers shorten its end: Hauptstr., Hauptstraße


def same_place(one: Address | str, other: Address | str) -> bool:
    """True when both have one house number in one street, and neither postcode nor city tells them apart.

    Suites are parts of one place. Of an address that is a text alone the letters have to stand in the other.
    """
    if not isinstance(one, Address) or not isinstance(other, Address):
        first, second = _letters(str(one)), _letters(str(other))
        return first in second or second in first
    if _first_number(one) != _first_number(other) or not _share_a_name(one.street, other.street):
        return False
    if one.postcode and other.postcode:
        return _short(one.postcode) == _short(other.postcode)
    return not (one.city and other.city) or _letters(one.city) == _letters(other.city)


def _first_number(address: Address) -> str:
    found = _NUMBER.search(address.number or address.street)
    return found[0].lstrip("0") if found else ""


def _share_a_name(one: str, other: str) -> bool:
    """True when a word of one street, beside those for streets and directions, begins like one of the other."""
    first, second = _names(one), _names(other)
    return not first or not second or not first.isdisjoint(second)


@lru_cache(1_000)
def _names(street: str) -> frozenset[str]:
    return frozenset(word[:_TOLD_BY] for word in _WORD.findall(street.lower()) if word not in _general())


@cache
def _general() -> frozenset[str]:
    words = toml("words")
    return frozenset((*words["streets"], *words["directions"], *words["units"]))


def _short(postcode: str) -> str:
    """A postcode without the blanks in it and without the four further digits of an American one."""
    return _letters(postcode.partition("-")[0] if _NUMBER.match(postcode) else postcode)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

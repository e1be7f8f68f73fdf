"""Whether what a name adds is a place: the record's town, region, country, street, or a side of town."""

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from citations.models import Location
from citations.nap.name import read_name
from citations.postal.folding import words
from citations.postal.regions import region_code, region_name
from citations.postal.table import lines
from citations.postal.vocabulary import country

_LINKING = frozenset({"of", "at", "in", "on", "the", "near"})


def is_place(text: str, location: Location) -> bool:
    """True when the words name nothing but places of the record."""
    here = location.postal
    known = place_words(here.city, here.region, location.country) | _sides_of_town() | _LINKING
    return set(words(text)) <= known or _of_the_street(read_name(text).core, location)


@cache
def _sides_of_town() -> frozenset[str]:
    return lines(Path(__file__).parent / "tables" / "sides_of_town.txt")


def is_added_place(extra: tuple[str, ...], location: Location) -> bool:
    """True for words that stand behind a name without a dash: `Austin`, `of Austin, TX`, `at Main St`."""
    here = location.postal
    place = place_words(here.city, here.region, location.country)
    if set(extra) & place and set(extra) <= place | {"in", "of", "at"}:
        return True
    return extra[0] in ("at", "on") and _of_the_street(extra, location)


def _of_the_street(letters: tuple[str, ...], location: Location) -> bool:
    here = location.postal
    named = set(letters) - _LINKING
    return bool(named) and named <= set(read_name(f"{here.number} {here.street}").core)


@lru_cache(4096)
def place_words(city: str, region: str, code: str) -> frozenset[str]:
    """The words of a town, its region (by name and code) and its country."""
    texts = {city, region, region_name(region, code), region_code(region, code)}
    return _words_of(texts) | _country_words(code)


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in (*words(text), *read_name(text).core))


@cache
def _country_words(code: str) -> frozenset[str]:
    return _words_of((code, *country(code).names))

"""The plain form of an American address, read by one expression: "12 Main St, Ste 5, Portland, OR 97201".

Most listings write it so, and reading it takes a tenth of the time of the careful reader (`united_states.py`). The
grammar is strict: a text that could mean anything else is not read here. Tests hold both readers to one answer.
"""

import re
from functools import cache, lru_cache

from citations.postal.address import Address
from citations.postal.building import without_building
from citations.postal.cleaning import without_asides
from citations.postal.regions import is_region
from citations.postal.street_line import StreetLine
from citations.postal.unit import is_unit, unit_in_front
from citations.postal.vocabulary import directions, phrases, spelled_numbers, street_types, units

_KINDS = frozenset({"ST", "AVE", "BLVD", "DR", "LN", "PL", "CT", "CIR", "PKWY", "TER", "RD"})
_MORE_KINDS = _KINDS | {"WAY", "FWY", "TRL", "PIKE", "SQ"}  # in a street line, where no city may follow
_IDENTIFIER = r"[A-Z]?\d+[A-Z]?"
_UNIT = rf"(?:Suite|Ste\.?|Unit|Apt\.?) (?:{_IDENTIFIER}|[A-Z])|#{_IDENTIFIER}"
_WORD = r"(?:[A-Z][a-z]+|[A-Z]{3,})"
_COMPASS = r"(?:[NSEWnsew]|[NSns][EWew])\.?"
_POSTCODE = r"\d{5}(?:-\d{4})?"


@cache
def _street_line(word: str, kinds: frozenset[str], behind: str = "") -> str:
    spellings = (spelling for spelling, kind in street_types(("en",)).items() if kind in kinds)
    types = "|".join(sorted(spellings, key=len, reverse=True))
    name = rf"(?P<words>\d+(?:st|nd|rd|th)|{word}(?: {word}){{0,2}})"
    street = rf"(?:(?:[NSEWnsew]\.?|North|South|East|West) )?{name} (?P<type>(?i:{types}))\.?{behind}"
    return rf"(?P<number>\d{{1,5}}) (?P<street>{street})(?:,? (?P<unit>{_UNIT}))?"


@cache
def _line() -> re.Pattern[str]:
    return re.compile(_street_line(rf"(?:{_WORD}|[a-z]{{3,}})", _MORE_KINDS, rf"(?: {_COMPASS})?"), re.ASCII)


_REGION = rf"(?:, (?P<alone>[A-Z]{{2}})|,? (?P<region>[A-Z]{{2}}) (?P<postcode>{_POSTCODE}))"
_CITY = rf"(?P<city>(?:(?P<saint>(?:St|Ft|Mt)\.) )?{_WORD}(?: {_WORD}){{0,2}})"
_COUNTRY = "(?:, (?:United States|USA))?"
_PLACE = re.compile(rf"{_CITY}{_REGION}{_COUNTRY}", re.ASCII)


@cache
def _address() -> re.Pattern[str]:
    street = _street_line(_WORD, _KINDS)
    return re.compile(rf"{street}(?P<comma>,| \||) {_CITY}{_REGION}{_COUNTRY}", re.ASCII)


def read_plain(text: str, code: str) -> Address | None:
    """The parts of an address, or of a town alone, in the plain form; None for any other text."""
    found = _address().fullmatch(text)
    if not found:
        return _read_place(text, code)
    if not _is_street(found["street"], found["words"]) or not (place := _place(found)):
        return None
    if not found["comma"] and (found["alone"] or found["saint"] or not _ends_there(found)):
        return None
    number, street, unit = found.group("number", "street", "unit")
    return Address(street, number, unit or "", *place, code, text)


def _read_place(text: str, code: str) -> Address | None:
    """A town without a street: "Portland, OR 97201"; without a ZIP code, CT may be a court."""
    found = _PLACE.fullmatch(text)
    if not found or found["alone"] or not (place := _place(found)) or _may_be_street(found["city"]):
        return None
    return Address("", "", "", *place, code, text)


def _place(found: re.Match[str]) -> tuple[str, str, str] | None:
    """City, region and postcode; None when the words may be something else."""
    city, region = found["city"], found["alone"] or found["region"]
    if not _is_city(city) or not is_region(region) or _may_be_north_east(region, city):
        return None
    return city, region, found["postcode"] or ""


def read_plain_line(line: str) -> StreetLine | None:
    """The parts of a street line in the plain form; None for any other text."""
    found = _line().fullmatch(line)
    if not found or not _is_street(found["street"], found["words"]):
        return None
    return StreetLine(found["number"], found["street"], found["unit"] or "")


@lru_cache(16384)
def _is_street(street: str, name: str) -> bool:
    """True when no building stands behind it, and nothing in its name is a cross street, a unit or a road's kind."""
    line = f"1 {name} St"
    whole = without_asides(line) == line and without_building(street) == street
    return whole and not (units().keys() | _road_words()) & set(name.lower().split())


@cache
def _road_words() -> frozenset[str]:
    return frozenset({"box", *(word for phrase, _ in phrases("highways.csv") for word in phrase)})


@lru_cache(16384)
def _is_city(name: str) -> bool:
    """True when the words can only be a city's."""
    words, line = name.lower().split(), f"1 Main St, {name}"
    if is_region(name) or is_unit(name) or unit_in_front(name) or without_asides(line) != line:
        return False
    if words[0] in directions(("en",)) or words[-1] == "county":
        return False
    return not (spelled_numbers().keys() | _road_words()) & set(words)


@lru_cache(16384)
def _may_be_street(city: str) -> bool:
    """True for "Main Street", "Oak and Elm" and an airport."""
    words = city.lower().split()
    return not (street_types(("en",)).keys() | {"and", "airport"}).isdisjoint(words)


def _may_be_north_east(region: str, city: str) -> bool:
    return region == "NE" and city.rsplit(maxsplit=1)[-1].lower() in street_types(("en",))


def _ends_there(found: re.Match[str]) -> bool:
    """True when no comma is needed to see where the street ends.

    A unit with its number ends it. Else no other word may be one that could end it, and St may be Saint.
    """
    if unit := found["unit"]:
        city = found["city"].lower().split()
        is_whole = unit[0] != "#" and unit[-1].isdigit() and len(city[0]) > 2  # Suite 17 Mc Farland
        return is_whole and not street_types(("en",)).keys() & set(city)
    if found["type"].lower() == "st":
        return False
    return not street_types(("en",)).keys() & set(f"{found['words']} {found['city']}".lower().split())

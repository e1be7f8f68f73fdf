"""How near a listed address comes to the record's, as named levels: the place, and the number at the door."""

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from citations.models import FieldResult, Listing, Location
from citations.nap.between_parts import letter_as_unit
from citations.nap.house_number import compare_number, is_queens
from citations.nap.place import postcode_key
from citations.nap.street import compare_street
from citations.nap.unit import compare_unit
from citations.nap.whole_address import complete
from citations.postal import Address
from citations.postal.folding import plain, words
from citations.postal.regions import is_region, region_code
from citations.postal.street import place_name
from citations.postal.vocabulary import AMERICAN
from citations.words import Verdict


def address_level(location: Location, listing: Listing) -> str:
    """How near the listed address comes to the record's, or to a former one."""
    ours, theirs = complete(location.address, location.country), complete(listing.address, location.country)
    if theirs.is_blank or ours.is_blank:
        return "blank"
    known = (ours, *(replace(ours, street=alias) for alias in location.street_aliases))
    levels = [_place_level(theirs, address, location.country) for address in known]
    level = next((level for level in levels if level in ("same", "same_building")), levels[0])
    if level in ("same", "same_building"):
        return level
    old = [complete(former.value, location.country) for former in location.former if former.field == "address"]
    if any(_place_level(theirs, address, location.country) == "same" for address in old):
        return "former"
    return level


@lru_cache(16384)
def _place_level(theirs: Address, ours: Address, country: str) -> str:
    theirs, ours = letter_as_unit(theirs, ours, country)
    street = compare_street(theirs.street, ours.street, country, ours.city) if theirs.street and ours.street else None
    number = compare_number(theirs.number, ours.number, queens=country in AMERICAN and is_queens(ours))
    same_street = street is not None and (street.verdict.is_right or street.verdict is Verdict.INCOMPLETE)
    place = _same_place(theirs, ours, country)
    if place == "other_place" or not theirs.street or not ours.street:
        return place
    if same_street and number.verdict.is_right:
        unit = compare_unit(theirs.unit, ours.unit).verdict
        return "same_building" if unit is Verdict.DIFFERENT else "same"
    if same_street:
        return "other_number" if theirs.number and ours.number else "same_street"
    return _other_street(theirs, ours, number, place)


def _other_street(theirs: Address, ours: Address, number: FieldResult, place: str) -> str:
    if theirs.number and number.verdict.is_right:
        return "other_street_same_number"
    if _similar(theirs.street, ours.street):
        return "similar_street"
    return "other_street_same_postcode" if place == "same_postcode" else "other_street"


def _similar(listed: str, canonical: str) -> bool:
    """Streets that share words: districts, landmarks and towers stand in the street line in many countries."""
    return fuzz.token_set_ratio(" ".join(words(listed)), " ".join(words(canonical))) >= 75


def _same_place(theirs: Address, ours: Address, country: str) -> str:
    """`same_postcode`, `same_city`, `other_place`, or `unknown_place` when nothing tells."""
    codes = postcode_key(theirs.postcode, country), postcode_key(ours.postcode, country)
    cities = place_name(theirs.city), place_name(ours.city)
    if all(codes) and codes[0] == codes[1]:
        return "same_postcode"
    if all(cities) and cities[0] == cities[1] and not other_region(theirs, ours, country):
        return "same_city"
    return "other_place" if all(codes) or all(cities) else "unknown_place"


def other_region(theirs: Address, ours: Address, country: str) -> bool:
    """True when both sides name a region that the tables know, and not the same: Austin is in Minnesota too."""
    codes = [region_code(place.region.replace(".", ""), country) for place in (theirs, ours)]
    return codes[0] != codes[1] and all(is_region(code, country) for code in codes)


def door_level(location: Location, listing: Listing) -> str:
    """How the first numbers of the two addresses stand to each other, in whatever script and order they are written."""
    ours, theirs = (
        re.findall(r"\d+", plain(f"{address.number} {address.street}"))
        for address in (complete(location.address, location.country), complete(listing.address, location.country))
    )
    if not ours or not theirs:
        return "blank"
    if ours[0] == theirs[0]:
        return "same"
    if set(ours) & set(theirs):
        return "among"
    apart = abs(int(ours[0][:9]) - int(theirs[0][:9]))
    return "neighbour" if apart <= 4 else "block" if apart < 100 else "other"

"""How near a listed address comes to the record's, as named levels: the place, and the number at the door."""

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from citations.models import FieldResult, Listing, Location
from citations.nap.between_parts import letter_as_unit
from citations.nap.house_number import compare_number, is_house_name, is_queens
from citations.nap.part import two_scripts
from citations.nap.place import postcode_key
from citations.nap.street import compare_street
from citations.nap.unit import compare_unit
from citations.nap.whole_address import complete
from citations.postal import Address
from citations.postal.folding import plain, words
from citations.postal.regions import is_region, region_code
from citations.postal.street import place_name, read_street
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
    if level in _BY_LINE and theirs.street and ours.street:
        level = _line_level(_line(listing.address, theirs), _line(location.address, ours)) or level
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
    if same_street and _is_numbered(theirs) and _is_numbered(ours):
        return _door(theirs, ours, number)
    if same_street:
        return "same_street"
    return _other_street(theirs, ours, number, place, country)


def _is_numbered(address: Address) -> bool:
    return bool(address.number) and not is_house_name(address.number)


def _door(theirs: Address, ours: Address, number: FieldResult) -> str:
    """The level of two numbers in one street: a letter or the rest of a range may be left out."""
    if number.verdict.is_right:
        return "same_building" if compare_unit(theirs.unit, ours.unit).verdict is Verdict.DIFFERENT else "same"
    ends = [set(re.findall(r"\d+", text)) for text in (theirs.number, ours.number)]
    return "same_building" if number.verdict is Verdict.INCOMPLETE or ends[0] & ends[1] else "other_number"


def _other_street(theirs: Address, ours: Address, number: FieldResult, place: str, country: str) -> str:
    if theirs.number and number.verdict.is_right:
        return "other_street_same_number"
    if _similar(theirs.street, ours.street):
        return "similar_street"
    if any(not (side.number or read_street(side.street, country).kind) for side in (theirs, ours)):
        return place  # a quarter, a market, a landmark: no other street
    return "other_street_same_postcode" if place == "same_postcode" else "other_street"


_BY_LINE = frozenset(
    {"other_street", "other_street_same_postcode", "other_street_same_number", "similar_street", "same_street"}
) | {"same_postcode", "same_city", "unknown_place"}
_BLOCKS = re.compile("丁目|番地?|号")  # what Japanese addresses write between the numbers, in place of a hyphen


def _line(written: Address | str | None, read: Address) -> str:
    """The street line as it was written, where it stands by itself: with landmarks, quarters and towers."""
    source = written if isinstance(written, Address) and written.street else read
    return plain(f"{source.number} {source.street}")


@lru_cache(16384)
def _line_level(listed: str, canonical: str) -> str:
    """`same_line`: one street line says all that the other says, with the same numbers; `same_street`: with none."""
    a, b = (_BLOCKS.sub("-", line) for line in (listed, canonical))
    numbers = [sorted(re.findall(r"\d+", line)) for line in (a, b)]
    if all(numbers) and numbers[0] == numbers[1]:
        return "same_line" if _similar(a, b) or _ends_with(a, b) else ""
    if all(numbers):
        return ""
    bare = [[word for word in words(line) if not word.isdigit()] for line in (a, b)]
    is_told = min(map(len, bare)) >= 3 and fuzz.token_set_ratio(" ".join(bare[0]), " ".join(bare[1])) >= 90
    return "same_street" if is_told else ""


def _ends_with(a: str, b: str) -> bool:
    """In scripts without blanks only the quarter in front may be left out."""
    if a.isascii() or b.isascii():
        return False
    squeezed = ("-".join(re.findall(r"\d+|[^\W\d]+", line.replace(" ", ""))) for line in (a, b))
    shorter, longer = sorted(squeezed, key=len)
    return longer.endswith(shorter)


def _similar(listed: str, canonical: str) -> bool:
    """Streets that share words: districts, landmarks and towers stand in the street line in many countries."""
    return fuzz.token_set_ratio(" ".join(words(listed)), " ".join(words(canonical))) >= 75


def _same_place(theirs: Address, ours: Address, country: str) -> str:
    """`same_postcode`, `same_city`, `other_place`, or `unknown_place` when nothing tells."""
    codes = postcode_key(theirs.postcode, country), postcode_key(ours.postcode, country)
    if all(codes) and codes[0] == codes[1]:
        return "same_postcode"
    cities = [place_name(address.city.partition(",")[0]) for address in (theirs, ours)]
    shorter, longer = sorted(cities, key=len)
    if shorter and _begins_with(longer, shorter) and not other_region(theirs, ours, country):
        return "same_city"
    is_told = all(codes) or (shorter and not two_scripts(shorter, longer))
    return "other_place" if is_told else "unknown_place"


def _begins_with(longer: str, shorter: str) -> bool:
    """Jakarta Pusat, Mexico City, and 京都市上京区 where no blank tells the words."""
    return longer.startswith(shorter) and (not shorter.isascii() or f"{longer} "[len(shorter)] == " ")


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

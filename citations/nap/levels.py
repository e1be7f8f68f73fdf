"""The comparison levels that identity weighs: for each field one named level, never a score."""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rapidfuzz import fuzz

from citations.models import FieldResult, Listing, Location
from citations.nap.batch import Batch, own_numbers
from citations.nap.between_parts import letter_as_unit
from citations.nap.house_number import compare_number, is_queens
from citations.nap.name import Name, category_words, is_misspelling, read_name, same_name
from citations.nap.name_extra import added_tail, is_department, trading_names
from citations.nap.phone import listed_numbers, read_phones
from citations.nap.place import postcode_key
from citations.nap.street import compare_street
from citations.nap.unit import compare_unit
from citations.nap.website import listed_website, read_site
from citations.nap.whole_address import complete
from citations.postal import Address
from citations.postal.folding import words
from citations.postal.regions import is_region, region_code
from citations.postal.street import place_name
from citations.postal.vocabulary import AMERICAN
from citations.words import Verdict

AGREES = {
    "name": frozenset({"same", "alias", "extended", "with_place", "misspelt", "nearly"}),
    "phone": frozenset({"same", "known"}),
    "address": frozenset({"same", "same_building", "former"}),
    "website": frozenset({"same_page", "same_home", "same_site"}),
}


def levels(location: Location, listing: Listing, batch: Batch | None = None) -> dict[str, str]:
    """Each field -> its level for name, phone, address, website and distance."""
    return {
        "name": name_level(location, listing),
        "phone": phone_level(location, listing, batch),
        "address": address_level(location, listing),
        "website": website_level(location, listing, batch),
        "distance": distance_level(location, listing),
    }


def name_level(location: Location, listing: Listing) -> str:
    """How near the listed name comes to one of the record's names."""
    if not listing.name.strip() or not location.name.strip():
        return "blank"
    theirs = [read_name(part) for part in trading_names(listing.name)]
    ours = [read_name(part) for part in trading_names(location.name)]
    if any(same_name(a, b) for a in theirs for b in ours):
        return "same"
    former = [former.value for former in location.former if former.field == "name"]
    if any(same_name(a, read_name(text)) for a in theirs for text in (*location.aliases, *former)):
        return "alias"
    place = _place_words(location, listing)
    tail = added_tail(listing.name, location.name) or added_tail(location.name, listing.name)
    if tail and not is_department(tail, place):
        return "with_place" if set(words(tail)) <= place else "extended"
    return _nearness(read_name(listing.name), read_name(location.name), place)


def _place_words(location: Location, listing: Listing) -> set[str]:
    here, there = complete(location.address, location.country), complete(listing.address, location.country)
    return set(words(f"{here.city} {there.city} {here.street} {there.street}"))


def _nearness(a: Name, b: Name, place: set[str]) -> str:
    if a.number and b.number and a.number != b.number:
        return "other_number"
    if is_misspelling(a, b):
        return "misspelt"
    first, second = set(a.core), set(b.core)
    if not (first <= second or second <= first):
        return _partly(a, b, first, second)
    extra = first ^ second
    if extra <= place:
        return "with_place"
    return "department" if extra & category_words("department") else "extended"


def _partly(a: Name, b: Name, first: set[str], second: set[str]) -> str:
    """Names that each have words of their own: how much they share."""
    if (first ^ second) & category_words("department"):
        return "other_department" if first & second else "conflict"
    if fuzz.ratio(a.squeezed, b.squeezed) >= 85:
        return "nearly"
    shared = len(first & second)
    if shared * 3 >= 2 * min(len(first), len(second)):
        return "overlap"
    if not shared:
        return "conflict"
    return "half" if shared * 2 >= min(len(first), len(second)) else "word"


def phone_level(location: Location, listing: Listing, batch: Batch | None = None) -> str:
    """Whether a listed number reaches the record's location, and how many share it."""
    listed = {number.e164 for number in listed_numbers(listing, location.country) if number.e164}
    own = own_numbers(location)
    if not listed or not own:
        return "blank"
    if common := listed & own:
        return "shared" if batch and min(batch.phone_shared_by(number, location) for number in common) > 1 else "same"
    texts = [phone.number for phone in location.phones] + [old.value for old in location.former if old.field == "phone"]
    known = {number.e164 for text in texts for number in read_phones(text, location.country)}
    if listed & known:
        return "known"
    return "same_area" if {number[:-4] for number in listed} & {number[:-4] for number in own} else "other"


def address_level(location: Location, listing: Listing) -> str:
    """How near the listed address comes to the record's, or to a former one."""
    ours, theirs = complete(location.address, location.country), complete(listing.address, location.country)
    if theirs.is_blank or ours.is_blank:
        return "blank"
    level = _place_level(theirs, ours, location.country)
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


def website_level(location: Location, listing: Listing, batch: Batch | None = None) -> str:
    """Whose site the listing links to."""
    ours, theirs = read_site(location.website), read_site(listed_website(listing))
    if not ours.host or not theirs.host:
        return "blank"
    if ours.domain != theirs.domain:
        old = [read_site(former.value) for former in location.former if former.field == "website"]
        return "same_site" if any(site.domain == theirs.domain and not site.is_shared for site in old) else "other"
    if ours.is_shared:
        return "same_page" if ours.path == theirs.path else "other"
    if batch and batch.site_shared_by(ours.domain) > 1 and (ours.is_home or theirs.is_home or ours != theirs):
        return "shared_site"
    if ours == theirs:
        return "same_home" if ours.is_home else "same_page"
    return "same_site" if ours.is_home or theirs.is_home else "other_page"


def distance_level(location: Location, listing: Listing) -> str:
    """How far apart the coordinates are, when both have some."""
    a, b = (location.latitude, location.longitude), (listing.latitude, listing.longitude)
    if None in a or None in b:
        return "blank"
    metres = _metres(*map(float, a), *map(float, b))  # type: ignore[arg-type]
    return "near" if metres <= 150 else "walk" if metres <= 1000 else "far" if metres > 5000 else "town"


def _metres(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Distance on a sphere; exact enough to tell a door from a district."""
    up = sin(radians(latitude_b - latitude_a) / 2) ** 2
    across = sin(radians(longitude_b - longitude_a) / 2) ** 2
    shrink = cos(radians(latitude_a)) * cos(radians(latitude_b))
    return 12_742_000 * asin(min(1.0, sqrt(up + shrink * across)))

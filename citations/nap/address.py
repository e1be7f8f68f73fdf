"""Addresses, part by part: the verdict is that of the worst part, and its reason says which."""

import re
from dataclasses import replace
from functools import lru_cache, partial

from citations.models import FieldResult, Location
from citations.models.told import told
from citations.nap.beside_door import beside_the_door
from citations.nap.between_parts import letter_as_unit, named_house, numbers_differ, town_alone
from citations.nap.hidden_address import area_alone, door, nothing_shown
from citations.nap.house_number import compare_number, is_house_name, is_queens, number_key
from citations.nap.place import compare_city, compare_postcode, compare_region, other_town, postcode_key
from citations.nap.street import compare_street
from citations.nap.unit import compare_unit
from citations.nap.whole_address import complete
from citations.nap.wording import when
from citations.postal import Address
from citations.postal.address import Parts
from citations.postal.street import crossing, place_name, read_street
from citations.postal.vocabulary import AMERICAN, place_particles
from citations.postal.vocabulary import country as rules_of
from citations.words import Verdict

_WORST_FIRST = (
    Verdict.DIFFERENT,
    Verdict.INCOMPLETE,
    Verdict.ACCEPTED,
    Verdict.FORMATTING,
    Verdict.SAME,
    Verdict.NOT_COMPARED,
)
_RANK = {verdict: rank for rank, verdict in enumerate(_WORST_FIRST)}
_TELLING = ("number", "street", "unit", "postcode", "city", "region")


def compare_address(location: Location, address: Address | str | None) -> FieldResult:
    """The verdict on the listed address, with one result for each part."""
    (ours, canonical), theirs, listed = _record(location), complete(address, location.country), _text(address)
    if ours.is_blank:
        return FieldResult(Verdict.NOT_COMPARED, listed, "", "address.no_record", "Your record has no address.")
    if theirs.is_blank:
        return _nothing_shown(location, canonical)
    # How the whole was written tells something only where no house number or no postcode was found.
    is_found = theirs.number and theirs.postcode and not is_house_name(theirs.number)
    result = _judged(location, theirs.parts, "" if is_found else theirs.raw).on(listed, canonical)
    return beside_the_door(result, listed, canonical, location.country)


@lru_cache(4096)
def _judged(location: Location, parts: Parts, raw: str) -> FieldResult:
    """The verdict on the parts of an address, whatever the layout in which they were shown."""
    theirs = Address(*parts, raw)
    ours, hidden, known = _record(location)[0], location.hides_address, tuple(location.street_aliases)
    result = compare_parts(theirs, ours, location.country, hidden=hidden, known=known)
    if hidden:
        result = area_alone(result, theirs, location.country)
    if result.verdict in (Verdict.DIFFERENT, Verdict.INCOMPLETE, Verdict.UNREADABLE):
        return _former(result, theirs, location) or result
    return result


@lru_cache(512)
def _record(location: Location) -> tuple[Address, str]:
    """The record's address read, and as it is written."""
    return complete(location.address, location.country), _text(location.address)


def _text(address: Address | str | None) -> str:
    return str(address) if address else ""


def _nothing_shown(location: Location, canonical: str) -> FieldResult:
    if location.hides_address:
        return nothing_shown(canonical)
    reason = "The listing shows no address, so visitors cannot find you from it."
    return FieldResult(Verdict.ABSENT, "", canonical, "address.absent", reason)


def compare_parts(
    theirs: Address, ours: Address, country: str, *, hidden: bool = False, known: tuple[str, ...] = ()
) -> FieldResult:
    """The verdict on two addresses whose parts are read; whoever asks has both texts as they were written.

    `known` are further names of our street, as the record lists them.
    """
    theirs = town_alone(theirs, ours)
    if _is_hopeless(theirs, ours):
        reason = f"The text “{theirs}” cannot be read as an address."
        return FieldResult(Verdict.UNREADABLE, rule="address.unreadable", reason=reason)
    theirs, ours = letter_as_unit(*named_house(theirs, ours, country), country)
    parts = {
        "number": compare_number(theirs.number, ours.number, queens=country in AMERICAN and is_queens(ours)),
        "street": compare_street(theirs.street, ours.street, country, ours.city),
        "unit": compare_unit(theirs.unit, ours.unit),
        "city": compare_city(theirs.city, ours.city, country),
        "region": compare_region(theirs.region, ours.region, country),
        "postcode": compare_postcode(theirs.postcode, ours.postcode, country),
    }
    if parts["street"].verdict is Verdict.DIFFERENT:
        parts["street"] = _by_other_name(parts["street"], theirs, ours, country, known)
    parts = _settled(parts, country, hidden=hidden and not theirs.street)
    if _is_in_another_script(parts, country):
        reason = f"“{theirs}” is written in another script than your address, so the streets could not be compared."
        return FieldResult(Verdict.UNREADABLE, rule="address.script", reason=reason, parts=parts)
    return _worst(parts)


def _is_in_another_script(parts: dict[str, FieldResult], country: str) -> bool:
    """True when the streets could not be compared and nothing that could is wrong; in Japan a postcode is a quarter."""
    is_told = country == "JP" and parts["postcode"].verdict.is_right
    if parts["street"].rule != "address.street_script" or is_told:
        return False
    return Verdict.DIFFERENT not in {part.verdict for part in parts.values()}


def _by_other_name(
    street: FieldResult, theirs: Address, ours: Address, country: str, known: tuple[str, ...]
) -> FieldResult:
    """The result on a street that differs, unless one text has both names or the record lists the other."""
    if _names_both(theirs, ours, country):
        reason = f"The listing says {theirs.street} and you {ours.street}; one of the two addresses names both."
        return replace(street, verdict=Verdict.FORMATTING, rule="address.street_both", reason=reason)
    if _is_known(theirs.street, known, country):
        reason = f"The listing says {theirs.street}, which your record lists as another name of {ours.street}."
        return replace(street, verdict=Verdict.ACCEPTED, rule="address.street_known", reason=reason)
    return street


def _is_known(street: str, known: tuple[str, ...], country: str) -> bool:
    return any(compare_street(street, name, country).verdict.is_right for name in known)


def _names_both(theirs: Address, ours: Address, country: str) -> bool:
    """True when a text has the other's street as a part: a retail park and the road that it lies on.

    Asked only where no house number tells more and the postcodes agree.
    """
    if theirs.number or ours.number or not compare_postcode(theirs.postcode, ours.postcode, country).verdict.is_right:
        return False
    streets = {read_street(theirs.street, country), read_street(ours.street, country)}
    return any(
        streets <= {read_street(part, country) for part in f"{side.raw},{side.street}".split(",")}
        for side in (theirs, ours)
    )


def _is_hopeless(theirs: Address, ours: Address) -> bool:
    """Text that is no address, held against a street address: not a different address, but none.

    Nothing could be read out of it, as of two addresses in one; or it has no postcode, region, known type of street or
    town of ours, and no number either, or it reads like a sentence.
    """
    if any(map(str.isalnum, theirs.raw)) and not any(theirs.parts[:-1]):
        return True
    if theirs.postcode or theirs.region or not theirs.street or not (ours.number or ours.postcode):
        return False
    code = ours.country
    if compare_street(theirs.street, ours.street, code).verdict is not Verdict.DIFFERENT:
        return False
    if theirs.city and compare_city(theirs.city, ours.city, code).verdict is not Verdict.DIFFERENT:
        return False
    is_street = read_street(theirs.street, code).kind or crossing(theirs.street, code) or "Box" in theirs.street
    return _is_sentence(theirs.raw or theirs.street) or not (is_street or theirs.number or theirs.city)


def _is_sentence(text: str) -> bool:
    """True for "Serving Austin and Dallas" and "Open 7 days a week": in names only particles are written small."""
    words = re.findall(r"\b[^\W\d_]+\b", text)
    small = [word for word in words if word[0].islower()]
    return 0 < len(small) < len(words) and not set(small) <= place_particles()


def _settled(parts: dict[str, FieldResult], country: str, *, hidden: bool) -> dict[str, FieldResult]:
    """Verdicts of parts that depend on other parts."""
    if not (hidden or _may_depend(parts)):
        return parts
    if hidden:
        for name in ("number", "street", "unit"):
            parts[name] = replace(parts[name], verdict=Verdict.NOT_COMPARED, rule="address.hidden", reason="")
    city = parts["city"]
    is_our_door = _same_door(parts, country) and not parts["region"].verdict.is_wrong
    if city.verdict is Verdict.DIFFERENT and is_our_door and not _other_place(parts, country):
        reason = f"The listing says {city.listed} where you say {city.canonical}; street, number and postcode agree."
        parts["city"] = replace(city, verdict=Verdict.FORMATTING, rule="address.city_same_postcode", reason=reason)
    if parts["city"].verdict is Verdict.DIFFERENT and _same_airport(parts):
        reason = f"The airport is one place, whether it is said to lie in {city.listed} or {city.canonical}."
        parts["city"] = replace(city, verdict=Verdict.FORMATTING, rule="address.city_airport", reason=reason)
    region = parts["region"]
    if region.rule == "address.region_missing" and parts["postcode"].verdict.is_right:
        reason = f"The listing leaves out {region.canonical}; the postcode says it."
        parts["region"] = replace(region, verdict=Verdict.FORMATTING, rule="address.region_implied", reason=reason)
    if (
        region.verdict is Verdict.DIFFERENT
        and not rules_of(country).has("state_told")
        and parts["postcode"].verdict.is_right
    ):
        reason = f"The listing says {region.listed} where you say {region.canonical}; the post needs no region."
        parts["region"] = replace(region, verdict=Verdict.FORMATTING, rule="address.region_county", reason=reason)
    return parts


def _may_depend(parts: dict[str, FieldResult]) -> bool:
    """True when town or region differ or the region is missing: nothing else of an address hangs on the rest of it."""
    region = parts["region"]
    return Verdict.DIFFERENT in (parts["city"].verdict, region.verdict) or region.rule == "address.region_missing"


def _other_district(city: FieldResult) -> bool:
    """True for Dublin 1 beside Dublin 2: the number of a postal district is no other name of the town."""
    here, there = ([word for word in text.split() if word.isdigit()] for text in (city.canonical, city.listed))
    return bool(here and there) and here != there


def _other_place(parts: dict[str, FieldResult], country: str) -> bool:
    """True when not even the same postcode can make the listed town ours."""
    city, region, postcode = parts["city"], parts["region"], parts["postcode"]
    return _other_district(city) or other_town(city, region.canonical, postcode.canonical, country)


def _same_door(parts: dict[str, FieldResult], country: str) -> bool:
    """Number, street and postcode agree; where a postcode is a few doors, a house may have no number."""
    no_number = not (parts["number"].listed or parts["number"].canonical) and rules_of(country).has("fine_postcode")
    return all(parts[name].verdict.is_right for name in ("number", "street", "postcode")[no_number:])


def _same_airport(parts: dict[str, FieldResult]) -> bool:
    """An airport that goes by its name alone, in a region that does not contradict."""
    street, number = parts["street"], parts["number"]
    named = street.verdict.is_right and street.canonical.lower().endswith("airport")
    return named and not (number.listed or number.canonical) and parts["region"].verdict is not Verdict.DIFFERENT


def _worst(parts: dict[str, FieldResult]) -> FieldResult:
    worst = min([part.verdict for part in parts.values()], key=_RANK.__getitem__)
    if worst is Verdict.SAME:
        return FieldResult(worst, "", "", "address.identical", "Every part of the address is yours.", parts)
    if worst is Verdict.NOT_COMPARED:
        return FieldResult(worst, "", "", "address.nothing_common", "No part could be compared.", parts)
    named = [parts[name] for name in _TELLING if parts[name].verdict is worst]
    return FieldResult(worst, "", "", named[0].rule, told(partial(_sentences, *named[:2])), parts)


def _sentences(*results: FieldResult) -> str:
    return " ".join(dict.fromkeys(result.reason for result in results if result.reason))


def _former(result: FieldResult, theirs: Address, location: Location) -> FieldResult | None:
    for former in location.former:
        if former.field != "address":
            continue
        old = complete(former.value, location.country)
        if numbers_differ(theirs, old):
            continue
        then = compare_parts(theirs, old, location.country)
        if then.verdict.is_right or (result.verdict is Verdict.DIFFERENT and _is_that_door(then)):
            reason = f"The listing still shows {door(old)}, which you left{when(former.until)}."
            return replace(result, verdict=Verdict.OUTDATED, rule="address.former", reason=reason)
    return None


def _is_that_door(result: FieldResult) -> bool:
    """Number and street agree and no part is wrong, though one may be missing."""
    return result.verdict is Verdict.INCOMPLETE and all(
        result.parts[name].verdict.is_right for name in ("number", "street")
    )


@lru_cache(16384)
def address_key(address: Address | str | None, country: str) -> tuple[str, str, str]:
    """(number, street, postcode or city) under which a batch files an address; units apart."""
    parts = complete(address, country)
    place = postcode_key(parts.postcode, country) or place_name(parts.city)
    return number_key(parts.number).replace("-", ""), read_street(parts.street, country).squeezed, place

"""City, region and postcode, each compared on its own; what they say of each other is for `address.py`."""

import re
from functools import cache, lru_cache

from citations.models import FieldResult
from citations.nap.part import blank_side, part, two_scripts
from citations.postal.folding import fold, words
from citations.postal.regions import has_regions, region_code
from citations.postal.street import place_name
from citations.postal.towns import is_elsewhere
from citations.postal.vocabulary import AMERICAN, aliases, country
from citations.words import Verdict


@cache
def _city_aliases() -> dict[tuple[str, str], str]:
    """(country, another name) -> the usual name of a city."""
    known = aliases("city_aliases.csv", "city") | aliases("towns_with_two_names.csv", "town")
    return {(code, place_name(also)): place_name(city) for (code, also), city in known.items()}


@lru_cache(16384)
def compare_city(listed: str, canonical: str, code: str) -> FieldResult:
    """Cities by their bare names and known other names; what the postcode says comes later."""
    if decided := blank_side(listed, canonical, "city", "the city"):
        return decided
    a, b = (_ward(place_name(city)) if code == "JP" else place_name(city) for city in (listed, canonical))
    if a == b or a.replace(" ", "") == b.replace(" ", "") or _on_one_river(listed, canonical, code):
        return part(Verdict.FORMATTING, listed, canonical, "city_writing", "The same city, written in another way.")
    if _usual_names(listed, code) & _usual_names(canonical, code):
        return part(
            Verdict.FORMATTING, listed, canonical, "city_alias", f"{listed} and {canonical} name the same place."
        )
    if _district(listed, canonical, code) or _district(canonical, listed, code):
        return part(Verdict.FORMATTING, listed, canonical, "city_district", "One side adds the district to the city.")
    if two_scripts(listed, canonical):
        reason = f"“{listed}” and “{canonical}” are written in two scripts, so the towns were not compared."
        return part(Verdict.NOT_COMPARED, listed, canonical, "city_script", reason)
    reason = f"The listing places you in {listed}; your record says {canonical}."
    return part(Verdict.DIFFERENT, listed, canonical, "city_different", reason)


def other_town(city: FieldResult, region: str, postcode: str, code: str) -> bool:
    """True when the listed town cannot be another name of ours: a big one far from our town or from our postcode.

    A town that is not known for lying elsewhere may be the name of the post office.
    """
    here, there = _usual_names(city.canonical, code), _usual_names(city.listed, code)
    return any(is_elsewhere(town, ours, region, postcode, code) for town in there for ours in here)


# Frankfurt am Main, a. M., /M., /Main, (Main); Limburg a.d. Lahn. The river tells it from Frankfurt (Oder).
_RIVER = re.compile(
    r"(?P<town>.+?)(?:\s*/\s*|\s*\(|\s+(?:am|an (?:der|dem)|a\.?\s?d\.?|a\.)\s*)(?P<river>[^\W\d]+)\.?\)?",
    re.IGNORECASE,
)


def _on_one_river(listed: str, canonical: str, code: str) -> bool:
    """True for two writings of a German town with its river."""
    a, b = (_RIVER.fullmatch(city) if code in ("DE", "AT", "CH") else None for city in (listed, canonical))
    if not (a and b) or place_name(a["town"]) != place_name(b["town"]):
        return False
    rivers = sorted((fold(a["river"]), fold(b["river"])), key=len)
    return rivers[1].startswith(rivers[0])


_TWO_NAMES = re.compile(r"\s*/\s*|\s+-\s+")


_WARD = re.compile(r"(?<=\w)(?: (?:ku|shi|city|ward|machi|cho)|[市区町村])$")


def _ward(name: str) -> str:
    """`Shibuya-ku`, `Shibuya City` and `渋谷区` by the bare name."""
    return _WARD.sub("", name)


_IRISH_DISTRICT = re.compile(r"\bD0?(?=\d{1,2}W?$)", re.IGNORECASE)  # Dublin D2 is Dublin 2


def _usual_names(city: str, code: str) -> set[str]:
    """The usual name of a city, and that of each half of `Biel/Bienne` and `Bolzano - Bozen`."""
    if code == "IE":
        city = _IRISH_DISTRICT.sub("", city)
    names = {place_name(name) for name in (city, *_TWO_NAMES.split(city))}
    return {_city_aliases().get((code, name), name) for name in names if name}


def _district(longer: str, shorter: str, code: str) -> bool:
    """`Stuttgart-Möhringen`, `Frankfurt am Main`, `Dublin 18`, `Paris 2e` by their beginnings."""
    whole, first = words(longer), words(shorter)
    if country(code).has("district_number") and whole[:-1] == first and whole[-1][:1].isdigit():
        return True
    if len(whole) <= len(first) or whole[: len(first)] != first:
        return False
    rest = fold(longer).strip()[len(fold(shorter).strip()) :].lstrip()
    return rest[:1] in "(-/," or whole[len(first)] in ("am", "an", "im", "a", "township", "twp", "village", "cedex")


_COUNTY = re.compile(r"^(?:county|co)\b\.?\s*", re.IGNORECASE)


@lru_cache(16384)
def compare_region(listed: str, canonical: str, code: str) -> FieldResult:
    """States and provinces by code or name; of a country whose regions we do not know only equal words are equal."""
    if decided := blank_side(listed, canonical, "region", "the region"):
        return decided
    a, b = (_COUNTY.sub("", fold(region_code(text.replace(".", ""), code))) for text in (listed, canonical))
    if a == b:
        return part(Verdict.FORMATTING, listed, canonical, "region_writing", "The same region, by code or name.")
    if not has_regions(code):
        reason = f"We know no regions of this country, so “{listed}” and “{canonical}” are not compared."
        return part(Verdict.NOT_COMPARED, listed, canonical, "region_unknown", reason)
    reason = f"The listing places you in {listed}; your record says {canonical}."
    return part(Verdict.DIFFERENT, listed, canonical, "region_different", reason)


@lru_cache(16384)
def postcode_key(postcode: str, code: str) -> str:
    """The postcode without blanks; American ZIP codes to five digits, with the zero that spreadsheets lose."""
    if code not in AMERICAN:
        return re.sub(r"^(?:[A-Z]{1,2})-(?=\d)|[\s-]", "", postcode.upper())
    key = re.sub(r"\W|^(?:[A-Z]{1,2})-(?=\d)", "", postcode.upper())
    if re.match(r"\s*\d{5}\W", postcode) or len(key) == 9:
        return key[:5]
    return f"0{key}"[:5] if len(key) in (4, 8) else key  # a sixth digit is a slip: nobody knows which five are meant


def _is_half(a: str, b: str) -> bool:
    """True for `E10` beside `E10 6RT`."""
    short, long = sorted((postcode_key(a, "GB"), postcode_key(b, "GB")), key=len)
    return short == long[:-3]


@lru_cache(16384)
def compare_postcode(listed: str, canonical: str, code: str) -> FieldResult:
    """Postcodes exactly, but for blanks, the +4 of a ZIP code and a country prefix."""
    if decided := blank_side(listed, canonical, "postcode", "the postcode"):
        return decided
    if postcode_key(listed, code) != postcode_key(canonical, code):
        if code == "GB" and _is_half(listed, canonical):
            reason = f"The listing shows postcode {listed} where yours is {canonical}: only a half of one."
            return part(Verdict.INCOMPLETE, listed, canonical, "postcode_half", reason)
        reason = f"The listing shows postcode {listed}; yours is {canonical}."
        return part(Verdict.DIFFERENT, listed, canonical, "postcode_different", reason)
    full = [re.sub(r"\D", "", text) for text in (listed, canonical)]
    if code in AMERICAN and len(full[0]) == len(full[1]) == 9 and full[0] != full[1]:
        reason = f"The five digits agree; the four that follow differ ({listed} and {canonical})."
        return part(Verdict.ACCEPTED, listed, canonical, "postcode_plus_four", reason)
    return part(Verdict.FORMATTING, listed, canonical, "postcode_writing", "The same postcode, written in another way.")

"""The parts of an address, each compared on its own: number, unit, city, region, postcode."""

import re
from functools import cache, lru_cache

from citations.models import FieldResult
from citations.postal import Address
from citations.postal.folding import fold, words
from citations.postal.regions import region_code
from citations.postal.street import place_name
from citations.postal.vocabulary import AMERICAN, aliases, spelled_numbers, units
from citations.words import Verdict


def _part(verdict: Verdict, listed: str, canonical: str, rule: str, reason: str = "") -> FieldResult:
    return FieldResult(verdict, listed, canonical, f"address.{rule}", reason)


def blank_side(listed: str, canonical: str, name: str, word: str) -> FieldResult | None:
    """The result when a side is blank or both are identical; None when there is something to compare."""
    if not canonical:
        return _part(Verdict.NOT_COMPARED, listed, canonical, f"{name}_no_record")
    if not listed:
        return _part(
            Verdict.INCOMPLETE, listed, canonical, f"{name}_missing", f"The listing leaves out {word} {canonical}."
        )
    if listed == canonical:
        return _part(Verdict.SAME, listed, canonical, f"{name}_identical")
    return None


@lru_cache(65536)
def number_key(number: str) -> str:
    """A house number without blanks and case: `W180 N9393` is w180n9393, `12 B` is 12b."""
    key = re.sub(r"(?<=\d)\s+(?=\d/)", "+", fold(number).strip())
    return re.sub(r"[\s.,]+|^(?:no|nr)\.?\s*", "", key)


_QUEENS = re.compile(r"\d{2,3}-\d{2}")


def is_queens(address: Address) -> bool:
    """True where house numbers carry a hyphen that may be left out: the ZIP codes of Queens, else New York State."""
    if address.postcode:
        return address.postcode.startswith(("110", "111", "113", "114", "116"))
    return region_code(address.region).upper() == "NY"


@lru_cache(65536)
def compare_number(listed: str, canonical: str, *, queens: bool = False) -> FieldResult:
    """House numbers: exact, but for blanks, a range that holds the number and, in Queens, the hyphen."""
    if decided := blank_side(listed, canonical, "number", "the house number"):
        return decided
    a, b = number_key(listed), number_key(canonical)
    hyphened = queens and (_QUEENS.fullmatch(a) or _QUEENS.fullmatch(b))
    if a == b or (hyphened and a.replace("-", "") == b.replace("-", "")):
        return _part(
            Verdict.FORMATTING, listed, canonical, "number_writing", "The same house number, written in another way."
        )
    if _in_range(a, b) or _in_range(b, a):
        return _part(
            Verdict.FORMATTING,
            listed,
            canonical,
            "number_in_range",
            f"{listed} and {canonical} name the same building.",
        )
    reason = f"The listing sends visitors to number {listed}; you are at {canonical}."
    return _part(Verdict.DIFFERENT, listed, canonical, "number_different", reason)


def _in_range(number: str, span: str) -> bool:
    first, dash, last = span.partition("-")
    if not dash or not (number.isdigit() and first.isdigit() and last.isdigit()):
        return False
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    low, high, here = int(first), int(last), int(number)
    return low <= here <= high and high - low <= 100 and (here - low) % 2 == 0


Designated = tuple[str, str]
_SAME_UNIT_KIND = frozenset(
    {"SUITE", "UNIT", "#", "APT", "NO", "OFFICE", "ROOM", "SPACE", "SHOP", "FLAT", "LOCAL", "PMB", ""}
)
_FLOOR_LAST = re.compile(
    r"\b(\d+(?:st|nd|rd|th)?|[a-z]+th|first|second|third)\.?\s+(?:floor|flr?|og|obergeschoss|stock|etage)\b(?!\s*\d)"
)
# Kinds that say which part of a building: those are no other writing of a suite. All others are told apart by number.
_WHEREABOUTS = {
    "FLOOR": "floor",
    "LEVEL": "floor",
    "ETAGE": "floor",
    "GROUND FLOOR": "floor",
    "BUILDING": "building",
    "BASEMENT": "below",
    "LOWER LEVEL": "below",
    "DOWNSTAIRS": "below",
    "UPPER LEVEL": "above",
    "UPSTAIRS": "above",
}


@lru_cache(65536)
def unit_key(unit: str) -> tuple[tuple[str, str], ...]:
    """(kind, number) of each unit in the text, sorted; interchangeable designators share the kind SUITE."""
    known, found, kind = units(), [], ""
    text = re.sub(r"\b(?:ground floor|lower level|upper level)\b", lambda m: m[0].replace(" ", "_"), fold(unit))
    text = re.sub(r"(\d)\s([a-z])$", r"\1\2", _FLOOR_LAST.sub(r"floor \1", text))
    text = re.sub(r"(?<=[a-z])(?=\d)(?<!\d[a-z])", " ", text) if re.match(r"[a-z]{2,}\d", text) else text
    for token in re.findall(r"#|[a-z_]+(?![\w-])|[\w-]+(?:/\w+)?", text.replace("&", " ")):
        word = token.replace("_", " ")
        if word == "and":
            continue
        if word in known:
            kind = known[word][0]
            if not known[word][1]:
                found.append((kind, ""))
                kind = ""
        else:
            found.append(("SUITE" if kind in _SAME_UNIT_KIND else kind, _identifier(word)))
    return tuple(sorted(set(found)))


def _identifier(word: str) -> str:
    if word in spelled_numbers():
        return str(spelled_numbers()[word][0])
    word = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word)
    return re.sub(r"[-/ ]", "", word).lstrip("0") if not re.fullmatch(r"\d+-\d+", word) else word


@lru_cache(65536)
def compare_unit(listed: str, canonical: str) -> FieldResult:
    """Units: the designator's spelling does not matter, its number does."""
    a, b = unit_key(listed), unit_key(canonical)
    if not listed and not canonical:
        return _part(Verdict.NOT_COMPARED, listed, canonical, "unit_no_record")
    if listed == canonical:
        return _part(Verdict.SAME, listed, canonical, "unit_identical")
    theirs, ours = _designated(a), _designated(b)
    if a == b or theirs == ours or _same_span(a, b):
        return _part(Verdict.FORMATTING, listed, canonical, "unit_writing", "The same unit, written in another way.")
    return _one_sided_unit(listed, canonical, theirs, ours) or _other_unit(listed, canonical)


def _one_sided_unit(listed: str, canonical: str, theirs: set[Designated], ours: set[Designated]) -> FieldResult | None:
    if not theirs:
        reason = f"The listing shows the building but not {canonical}. Visitors may not find the door."
        return _part(Verdict.INCOMPLETE, listed, canonical, "unit_missing", reason)
    if not ours:
        reason = f"The listing adds {listed}, which your record does not have."
        return _part(Verdict.INCOMPLETE, listed, canonical, "unit_extra", reason)
    if theirs < ours or ours < theirs:
        reason = f"The listing says {listed} where your record says {canonical}."
        return _part(Verdict.INCOMPLETE, listed, canonical, "unit_partial", reason)
    return None


def _other_unit(listed: str, canonical: str) -> FieldResult:
    reason = f"The listing sends visitors to {listed}; you are in {canonical}."
    return _part(Verdict.DIFFERENT, listed, canonical, "unit_different", reason)


def _designated(key: tuple[tuple[str, str], ...]) -> set[Designated]:
    """What must agree: (part of the building or blank, identifier); a lobby counts for nothing."""
    return {
        (_WHEREABOUTS.get(kind, "" if number else kind), number or ("ground" if kind == "GROUND FLOOR" else ""))
        for kind, number in key
        if kind != "LOBBY"
    }


def _same_span(a: tuple[tuple[str, str], ...], b: tuple[tuple[str, str], ...]) -> bool:
    """`# 100 & 110` is `Suites 100-110`."""
    ends_a, ends_b = (
        {(part, end) for part, number in _designated(key) for end in number.split("-") if end} for key in (a, b)
    )
    return bool(ends_a) and ends_a == ends_b


@cache
def _city_aliases() -> dict[tuple[str, str], str]:
    return {
        (code, place_name(also)): place_name(city) for (code, also), city in aliases("city_aliases.csv", "city").items()
    }


@lru_cache(65536)
def compare_city(listed: str, canonical: str, code: str) -> FieldResult:
    """Cities by their bare names and known other names; what the postcode says comes later."""
    if decided := blank_side(listed, canonical, "city", "the city"):
        return decided
    a, b = place_name(listed), place_name(canonical)
    known = _city_aliases()
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return _part(Verdict.FORMATTING, listed, canonical, "city_writing", "The same city, written in another way.")
    if known.get((code, a), a) == known.get((code, b), b):
        return _part(
            Verdict.FORMATTING, listed, canonical, "city_alias", f"{listed} and {canonical} name the same place."
        )
    if _district(listed, canonical, code) or _district(canonical, listed, code):
        return _part(Verdict.FORMATTING, listed, canonical, "city_district", "One side adds the district to the city.")
    reason = f"The listing places you in {listed}; your record says {canonical}."
    return _part(Verdict.DIFFERENT, listed, canonical, "city_different", reason)


def _district(longer: str, shorter: str, code: str) -> bool:
    """`Stuttgart-Möhringen`, `Stuttgart (Möhringen)`, `Frankfurt am Main` and `Dublin 18` against their first word."""
    whole, first = words(longer), words(shorter)
    if code == "IE" and whole[:-1] == first and whole[-1][:1].isdigit():
        return True
    if len(whole) <= len(first) or whole[: len(first)] != first:
        return False
    rest = fold(longer).strip()[len(fold(shorter).strip()) :].lstrip()
    return rest[:1] in "(-/," or whole[len(first)] in ("am", "an", "im", "a", "township", "twp", "village", "cedex")


@lru_cache(65536)
def compare_region(listed: str, canonical: str, code: str) -> FieldResult:
    """States and provinces by code or name."""
    if decided := blank_side(listed, canonical, "region", "the region"):
        return decided
    a, b = (fold(region_code(text.replace(".", ""), code)) for text in (listed, canonical))
    if a == b:
        return _part(Verdict.FORMATTING, listed, canonical, "region_writing", "The same region, by code or name.")
    reason = f"The listing places you in {listed}; your record says {canonical}."
    return _part(Verdict.DIFFERENT, listed, canonical, "region_different", reason)


@lru_cache(65536)
def postcode_key(postcode: str, code: str) -> str:
    """The postcode without blanks; American ZIP codes to five digits, with the zero that spreadsheets lose."""
    key = re.sub(r"^(?:[A-Z]{1,2})-(?=\d)|[\s-]", "", postcode.upper())
    if code not in AMERICAN:
        return key
    return f"0{key}"[:5] if len(key) in (4, 8) else key[:5]


def _is_half(a: str, b: str) -> bool:
    """True for `E10` beside `E10 6RT`."""
    short, long = sorted((postcode_key(a, "GB"), postcode_key(b, "GB")), key=len)
    return short == long[:-3]


@lru_cache(65536)
def compare_postcode(listed: str, canonical: str, code: str) -> FieldResult:
    """Postcodes exactly, but for blanks, the +4 of a ZIP code and a country prefix."""
    if decided := blank_side(listed, canonical, "postcode", "the postcode"):
        return decided
    if postcode_key(listed, code) != postcode_key(canonical, code):
        if code == "GB" and _is_half(listed, canonical):
            reason = f"The listing shows postcode {listed} where yours is {canonical}: only a half of one."
            return _part(Verdict.INCOMPLETE, listed, canonical, "postcode_half", reason)
        reason = f"The listing shows postcode {listed}; yours is {canonical}."
        return _part(Verdict.DIFFERENT, listed, canonical, "postcode_different", reason)
    full = [re.sub(r"\D", "", text) for text in (listed, canonical)]
    if code in AMERICAN and len(full[0]) == len(full[1]) == 9 and full[0] != full[1]:
        reason = f"The five digits agree; the four that follow differ ({listed} and {canonical})."
        return _part(Verdict.FORMATTING, listed, canonical, "postcode_plus_four", reason)
    return _part(
        Verdict.FORMATTING, listed, canonical, "postcode_writing", "The same postcode, written in another way."
    )

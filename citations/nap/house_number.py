"""House numbers: exact, but for writing, ranges and the hyphen of Queens."""

import re
from functools import lru_cache

from citations.models import FieldResult
from citations.nap.part import blank_side, part
from citations.postal import Address
from citations.postal.folding import fold
from citations.postal.regions import region_code
from citations.postal.street import read_street
from citations.words import Verdict

_LABEL = re.compile(r"^(?:#|(?:no|nr|num)\b\.?)\s*")
_FRACTION = re.compile(r"(?<=\d)[\s-]+(?=[1-9]/[2-9]$)")
_BETWEEN = re.compile(r"(?<=\d)\s*(?:&|\b(?:and|to|und|et|bis)\b|-|\s)\s*(?=\d)")
_SLASH = re.compile(r"(\d+)\s?/\s?(\d+)$")
_LETTER = re.compile(r"(?<=\d)[\s./-]+(?=(?:[a-z]|bis|ter|quater)$)|(?<=\d)[\s-]+(?=[nsew]\d)")  # 12-B, W204-N11912
_REPEATED = {"bis": "b", "ter": "t", "quater": "q"}  # as French mail abbreviates them
_GENESEE = re.compile(r"^g\s?-?\s?(?=\d{4}$)")  # around Flint, Michigan, numbers of the county carry a G


@lru_cache(16384)
def number_key(number: str) -> str:
    """A house number in one writing: `W180 N9393` is w180n9393, `12 B` and 12-B 12b, `12 & 14` and 12/14 12-14."""
    key = _LABEL.sub("", fold(number).strip(" .,"))
    key = _BETWEEN.sub("-", _FRACTION.sub("+", key))
    key = _SLASH.sub(lambda pair: f"{pair[1]}-{pair[2]}" if int(pair[1]) < int(pair[2]) else pair[0], key)
    key = re.sub(r"(?<=\d)(bis|ter|quater)$", lambda word: _REPEATED[word[0]], _LETTER.sub("", key))
    return re.sub(r"[\s.,]+", "", _GENESEE.sub("", key))


_HOUSE_NUMBER = "the house number"


def is_house_name(number: str) -> bool:
    """True for `Rose House`, which stands where others have a number."""
    return len(number) > 3 and not any(map(str.isdigit, number))


_QUEENS = re.compile(r"\d{2,3}-\d{2}")


def is_queens(address: Address) -> bool:
    """True where house numbers carry a hyphen that may be left out: the ZIP codes of Queens, else New York State."""
    if address.postcode:
        return address.postcode.startswith(("110", "111", "113", "114", "116"))
    return region_code(address.region).upper() == "NY"


@lru_cache(16384)
def compare_number(listed: str, canonical: str, *, queens: bool = False) -> FieldResult:
    """House numbers: exact, but for blanks, a range that holds the number and, in Queens, the hyphen."""
    if decided := blank_side(listed, canonical, "number", "the house" if is_house_name(canonical) else _HOUSE_NUMBER):
        return decided
    a, b = number_key(listed), number_key(canonical)
    hyphened = queens and (_QUEENS.fullmatch(a) or _QUEENS.fullmatch(b))
    if a == b or (hyphened and a.replace("-", "") == b.replace("-", "")) or _is_same_name(listed, canonical):
        what = "house" if is_house_name(canonical) else "house number"
        reason = f"The same {what}, written in another way."
        return part(Verdict.FORMATTING, listed, canonical, "number_writing", reason)
    if in_range(a, b) or in_range(b, a) or (not queens and _same_span(a, b)):
        return part(
            Verdict.FORMATTING,
            listed,
            canonical,
            "number_in_range",
            f"{listed} and {canonical} name the same building.",
        )
    if letter := _one_sided_letter(listed, canonical, a, b):
        return letter
    if is_house_name(listed) != is_house_name(canonical):
        reason = f"The listing says {listed} where you say {canonical}: a house may have a name and a number."
        return part(Verdict.INCOMPLETE, listed, canonical, "number_or_name", reason)
    what = listed if is_house_name(listed) else f"number {listed}"
    reason = f"The listing sends visitors to {what}; you are at {canonical}."
    return part(Verdict.DIFFERENT, listed, canonical, "number_different", reason)


def _is_same_name(listed: str, canonical: str) -> bool:
    """True for Mill Ind Est and Mill Industrial Estate, in the countries where houses go by names."""
    return (
        is_house_name(listed) and is_house_name(canonical) and read_street(listed, "GB") == read_street(canonical, "GB")
    )


def _one_sided_letter(listed: str, canonical: str, a: str, b: str) -> FieldResult | None:
    """`12` beside `12B`: the house, but not which part of it."""
    if _adds_letter(b, a):
        reason = f"The listing leaves out the letter of {canonical}, so visitors may stand at another door."
        return part(Verdict.INCOMPLETE, listed, canonical, "number_letter_missing", reason)
    if _adds_letter(a, b):
        reason = f"The listing says number {listed}; your record has no letter behind {canonical}."
        return part(Verdict.INCOMPLETE, listed, canonical, "number_letter_extra", reason)
    return None


def _adds_letter(longer: str, shorter: str) -> bool:
    return shorter.isdigit() and longer[:-1] == shorter and "a" <= longer[-1:] <= "z"


def in_range(number: str, span: str) -> bool:
    """True when a house number lies on the same side of the street within the range `span`; both as keys."""
    ends = _ends(span)
    if not ends or not number.isdigit():
        return False
    low, high, here = *ends, int(number)
    return low <= here <= high and high - low <= 100 and (here - low) % 2 == 0


def _ends(span: str) -> tuple[int, int] | None:
    """The ends of `100-110`, also of `100-10`; None when it is no range."""
    first, dash, last = span.partition("-")
    if not dash or not (first.isdigit() and last.isdigit()):
        return None
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), int(last)


def _same_span(a: str, b: str) -> bool:
    """`100-104` and `100-04`."""
    return _ends(a) is not None and _ends(a) == _ends(b)

"""House numbers: exact, but for writing, ranges and the hyphen of Queens."""

import re
from functools import lru_cache

from citations.models import FieldResult
from citations.nap.part import blank_side, part
from citations.postal import Address
from citations.postal.folding import fold
from citations.postal.regions import region_code
from citations.words import Verdict


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
        return part(
            Verdict.FORMATTING, listed, canonical, "number_writing", "The same house number, written in another way."
        )
    if _in_range(a, b) or _in_range(b, a):
        return part(
            Verdict.FORMATTING,
            listed,
            canonical,
            "number_in_range",
            f"{listed} and {canonical} name the same building.",
        )
    reason = f"The listing sends visitors to number {listed}; you are at {canonical}."
    return part(Verdict.DIFFERENT, listed, canonical, "number_different", reason)


def _in_range(number: str, span: str) -> bool:
    first, dash, last = span.partition("-")
    if not dash or not (number.isdigit() and first.isdigit() and last.isdigit()):
        return False
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    low, high, here = int(first), int(last), int(number)
    return low <= here <= high and high - low <= 100 and (here - low) % 2 == 0

"""What an address names beside its door: a post-office box, and the house or estate that the number belongs to."""

import re
from functools import lru_cache

from citations.postal.cleaning import clean
from citations.postal.folding import fold
from citations.postal.street_line import BOX, split_street_line
from citations.postal.unit import is_unit, unit_in_front
from citations.postal.vocabulary import country, house_names

_FRENCH_BOX = re.compile(r"\b(?:C\.?S|TSA)\.?\s*(\d{4,5})\b", re.IGNORECASE)  # course spéciale, tri service arrivée


@lru_cache(16384)
def boxes(text: str, code: str) -> frozenset[str]:
    """The numbers of the boxes in an address as it is written, without blanks."""
    found = [match[1] for match in BOX.finditer(text)]
    if code == "FR":
        found += [match[1] for match in _FRENCH_BOX.finditer(text)]
    return frozenset(re.sub(r"\W", "", number).lower().lstrip("0") for number in found)


@lru_cache(16384)
def houses(text: str, code: str) -> frozenset[str]:
    """The names of houses in front of a house number, folded: `Rose House, 12 High St`; none in other countries."""
    if not country(code).has("houses_by_name") or ("," not in text and "\n" not in text):
        return frozenset()
    segments = [segment.strip() for segment in clean(text, code).split(",")]
    numbered = [bool(split_street_line(segment, code).number) for segment in segments]
    before = segments[: numbered.index(True)] if True in numbered else []
    return frozenset(name for segment in before if (name := _house(segment)))


def _house(segment: str) -> str:
    """The folded name of a house, without the unit in front of it; blank for anything else."""
    name = segment[len(unit_in_front(segment)) :].strip()
    words = fold(name).split()
    return " ".join(words) if len(words) > 1 and words[-1] in house_names() and not is_unit(name) else ""

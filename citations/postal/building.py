"""Names of buildings that run into an American street without a comma: 12 Oak Rd Panorama Tower."""

import re

from citations.postal.vocabulary import buildings, directions, street_types

# Types that are seldom part of a building's name. St may be Saint: it ends a street only before a word for a building.
_SURE = frozenset({"AVE", "RD", "BLVD", "DR", "LN", "PKWY", "FWY"})
_ROADS = _SURE | {"ST", "HWY", "LOOP", "SPUR", "EXT", "BYP", "CONN", "CIR", "RTE", "TER", "WAY", "RAMP", "TRL"}
_NO_NAMES = frozenset({"of", "and", "at", "&", "extension", "frontage", "service", "access", "business", "alternate"})
_SECOND = re.compile(
    r"(?P<building>\D*[^\W\d])\s+(?P<number>\d+[A-Z]?(?:-\d+)?)\s+(?P<street>\D.*|\d+\w*\s.*)", re.IGNORECASE
)


def without_building(street: str) -> str:
    """`street` up to its type and compass word, when at least two words behind them can only name something else."""
    words = street.split()
    at = _end_of_street(words)
    behind = [word.strip(".,'").lower() for word in words[at:]]
    if not at or not _names_a_building(behind):
        return street
    return " ".join(words[:at])


def _end_of_street(words: list[str]) -> int:
    """How many words the street takes: a name, a sure type and a compass word; 0 when nothing stands behind."""
    types, compass = street_types(("en",)), directions(("en",))
    for at in range(1, len(words) - 1):
        kind = types.get(_bare(words[at]), "")
        if kind in _SURE or (kind == "ST" and _bare(words[-1]) in buildings()):
            return at + 2 if _bare(words[at + 1]) in compass else at + 1
    return 0


def _names_a_building(behind: list[str]) -> bool:
    """Two words and more that are no other road."""
    types, compass = street_types(("en",)), directions(("en",))
    if not behind or set(behind) & _NO_NAMES or types.get(behind[-1], "") in _ROADS:
        return False
    if behind[-1] in compass or (behind[0] in types and behind[0] not in buildings()):  # 21st Avenue Pl SW
        return False
    if behind[0].isdigit():  # 1201 Oak Street NE 400 Elm Square
        return len(behind) > 2 and behind[-1] in buildings()
    return len(behind) > 1 and all(re.fullmatch(r"[^\W\d]+", word) for word in behind)


def second_door(street: str) -> tuple[str, str] | None:
    """(number, street) behind the name of a building that has a number too: 1 Lincoln Ctr 5400 Oak Fwy."""
    found = _SECOND.fullmatch(street)
    if not found or _bare(found["building"].split()[-1]) not in buildings() | {"pl"}:
        return None
    types = street_types(("en",))
    is_street = any(types.get(_bare(word)) in _SURE | {"ST"} for word in found["street"].split()[1:])
    return (found["number"], found["street"]) if is_street else None


def _bare(word: str) -> str:
    return word.strip(".,").replace(".", "").lower()


def is_sure_street(line: str) -> bool:
    """True when a street line has a type that no building has: of two with a number visitors go there."""
    return any(street_types(("en",)).get(_bare(word)) in _SURE | {"ST"} for word in line.split()[2:])

"""Where big towns and postcodes lie: it tells a wrong town from another name of the place that a postcode serves.

The distances are coarse on purpose. A suburb may go by its city's name; a city on the other side of the state may not.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import cos, hypot, radians

from citations.postal.regions import region_code
from citations.postal.street import place_name
from citations.postal.table import rows
from citations.postal.vocabulary import TABLES

Place = tuple[float, float]  # latitude and longitude
_NEAR = 60.0  # km: two towns of one metropolis
_DEGREE = 111.2  # km


@cache
def _big_towns(code: str) -> dict[str, list[tuple[str, Place]]]:
    """Name -> (region or blank, place) of each big town of that name in a country."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for row in rows(TABLES / "big_towns.csv"):
        if row["country"] == code:
            found.setdefault(place_name(row["town"]), []).append((row["region"], _place(row)))
    return found


@cache
def _postcodes(code: str) -> dict[str, tuple[Place, float]]:
    """The beginning of a postcode -> where such postcodes lie, and how far (km) from there."""
    table = rows(TABLES / "postcode_places.csv")
    return {row["prefix"]: (_place(row), float(row["km"])) for row in table if row["country"] == code}


def _place(row: dict[str, str]) -> Place:
    return float(row["latitude"]), float(row["longitude"])


@lru_cache(4096)
def is_elsewhere(town: str, ours: str, region: str, postcode: str, code: str) -> bool:
    """True when `town` is a big town, and no town of that name lies near our own town or where our postcode does.

    All by their bare names (`place_name`); False when we do not know where one of the two lies.
    """
    there, here = _places(town, region, code), _places(ours, region, code)
    if there and here:
        return min(_km(a, b) for a in there for b in here) > _NEAR
    around = _postcodes(code).get(_prefix(postcode, code))
    return bool(there and around) and around is not None and min(_km(a, around[0]) for a in there) > _NEAR + around[1]


def _places(town: str, region: str, code: str) -> list[Place]:
    state = region_code(region, code).upper()
    named: Iterable[tuple[str, Place]] = _big_towns(code).get(town, ())
    return [place for where, place in named if not where or not state or where == state]


def _prefix(postcode: str, code: str) -> str:
    """The three digits of a ZIP code that say the region, the letters of a British postcode."""
    found = re.match(r"[A-Z]+" if code == "GB" else r"\d{3}", postcode.strip().upper())
    return found[0] if found else ""


def _km(a: Place, b: Place) -> float:
    return _DEGREE * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians((a[0] + b[0]) / 2)))

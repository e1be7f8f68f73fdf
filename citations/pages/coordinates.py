"""Coordinates as pages write them: decimal degrees, or degrees, minutes and seconds."""

import re
from typing import NamedTuple

_DECIMAL = re.compile(r"(?<!\d)(?P<north>[+-]?\d{1,2}\.\d{3,20})\s*[,;~_/ ]\s*(?P<east>[+-]?\d{1,3}\.\d{3,20})(?!\d)")
_ARC = r"(\d{{1,3}})°\s*(\d{{1,2}})['′]\s*(\d{{1,2}}(?:\.\d{{1,6}})?)[\"″]\s*([{sides}])"  # 51°27'36.0"N
_IN_ARCS = re.compile(rf"{_ARC.format(sides='NS')}\s*,?\s*{_ARC.format(sides='EW')}")
_SAME_SPOT = 0.003  # degrees, some 300 metres: pins of one place in two maps


class Point(NamedTuple):
    """A place on earth, in degrees."""

    latitude: float
    longitude: float

    def is_at(self, other: "Point") -> bool:
        """True when both can be one place, set twice."""
        return max(abs(self.latitude - other.latitude), abs(self.longitude - other.longitude)) < _SAME_SPOT


def point(latitude: str, longitude: str) -> Point | None:
    """The place of two numbers; None when they are none, off the globe, or the zeros that stand for "not known"."""
    try:
        found = Point(float(latitude), float(longitude))
    except ValueError:
        return None
    is_on_globe = abs(found.latitude) <= 90 and abs(found.longitude) <= 180
    return found if is_on_globe and found != (0, 0) else None


def point_in(text: str) -> Point | None:
    """The first place in `text`, by numbers exact enough to name a house; None when there is none.

    >>> point_in("loc:40.7128,-74.0060")
    Point(latitude=40.7128, longitude=-74.006)
    """
    if found := _DECIMAL.search(text):
        return point(found["north"], found["east"])
    if found := _IN_ARCS.search(text):
        north, east = _degrees(*found.groups()[:4]), _degrees(*found.groups()[4:])
        return point(str(north), str(east))
    return None


def _degrees(whole: str, minutes: str, seconds: str, side: str) -> float:
    size = int(whole) + int(minutes) / 60 + float(seconds) / 3600
    return round(-size if side in "SW" else size, 6)

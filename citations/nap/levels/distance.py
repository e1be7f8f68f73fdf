"""How far the coordinates of a listing are from the record's, as a named level."""

from math import asin, cos, isfinite, radians, sin, sqrt

from citations.models import Listing, Location


def distance_level(location: Location, listing: Listing) -> str:
    """How far apart the coordinates are, when both have some; NaN is none."""
    given = (location.latitude, location.longitude, listing.latitude, listing.longitude)
    degrees = [float(one) for one in given if one is not None and isfinite(one)]
    if len(degrees) < len(given):
        return "blank"
    metres = _metres(*degrees)
    return "near" if metres <= 150 else "walk" if metres <= 1000 else "far" if metres > 5000 else "town"


def _metres(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Distance on a sphere; exact enough to tell a door from a district."""
    up = sin(radians(latitude_b - latitude_a) / 2) ** 2
    across = sin(radians(longitude_b - longitude_a) / 2) ** 2
    shrink = cos(radians(latitude_a)) * cos(radians(latitude_b))
    return 12_742_000 * asin(min(1.0, sqrt(up + shrink * across)))

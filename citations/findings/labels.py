"""Labels: what tells a location from its sisters, as short as it can be."""

from collections import Counter
from collections.abc import Iterable

from citations.models import Location


def labels(locations: Iterable[Location]) -> dict[str, str]:
    """Location id -> its name and city; where two would share that, the street as well."""
    every = list(locations)
    shared = Counter(_short(location) for location in every)
    return {place.id: _long(place) if shared[_short(place)] > 1 else _short(place) for place in every}


def _short(location: Location) -> str:
    return ", ".join(part for part in (location.name, location.postal.city) if part)


def _long(location: Location) -> str:
    address = location.postal
    street = " ".join(part for part in (address.number, address.street) if part)
    return ", ".join(part for part in (location.name, street, address.city) if part)

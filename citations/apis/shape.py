"""What the answers of several APIs have in common."""

from collections.abc import Iterable

from pydantic import BaseModel

from citations.directory import search_values
from citations.models import Location


class Shape(BaseModel):
    """A part of an answer; what we do not read is passed over."""


def told(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that are there, each once."""
    return tuple(dict.fromkeys(value for value in values if value))


def town(location: Location, joint: str = ", ") -> str:
    """The record's city, region and postcode on one line; blank without a city and a postcode."""
    values = search_values(location)
    if not (values["city"] or values["postcode"]):
        return ""
    return joint.join(told((values["city"], values["region"], values["postcode"])))


def point(location: Location) -> str:
    """The record's coordinates as most APIs write them; blank without."""
    if location.latitude is None or location.longitude is None:
        return ""
    return f"{location.latitude},{location.longitude}"

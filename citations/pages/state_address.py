"""The postal address in an object of a page's state: in parts, in lines, or as one text."""

import re
from collections.abc import Iterable
from typing import Any

from citations.pages.jsonld import Item
from citations.pages.state_keys import Keyed, plain

_NUMBER_LAST = ("DE", "AT", "CH")  # where the house number follows the street
_LONGEST = 300


def address(thing: Keyed, countries: tuple[str, ...] = ()) -> Item | str:
    """The address as an object of schema.org, or as text; blank when nothing looks like one.

    An object of its own comes first, then parts that stand among the other values, then a text.
    """
    given = thing.all("address")
    objects = [value for value in given if isinstance(value, dict)]
    others = [value for value in given if not isinstance(value, dict)]
    return _first(objects, thing, countries) or _parts(thing, countries) or _first(others, thing, countries)


def _first(values: Iterable[Any], owner: Keyed, countries: tuple[str, ...]) -> Item | str:
    return next((found for value in values if (found := _read(value, owner, countries))), "")


def _read(value: Any, owner: Keyed, countries: tuple[str, ...]) -> Item | str:
    if isinstance(value, list):
        lines = [line for line in value if isinstance(line, str)]
        if lines:
            return _as_text(", ".join(lines))
        value = value[0] if value else ""
    if not isinstance(value, dict):
        return _as_text(plain(value))
    thing = Keyed.of(value, owner.known)
    inner = next((each for each in thing.here("address") if isinstance(each, dict)), None)
    nested = _parts(Keyed.of(inner, owner.known), countries, town=True) if inner else ""
    whole = _as_text(plain(inner or value, "wrapped_address"))
    return _parts(thing, countries) or nested or whole or _parts(thing, countries, town=True)


def _parts(thing: Keyed, countries: tuple[str, ...], *, town: bool = False) -> Item | str:
    """The parts that stand in an object as values of their own; blank when they name no place.

    `town`: the object is an address, so that a city with its region is enough (a business that shows no street).
    """
    street, number, unit = (thing.text(part) for part in ("street", "number", "unit"))
    street = street or next((text for text in thing.here("address") if isinstance(text, str)), "")
    city, postcode = thing.text("city"), thing.text("postcode")
    if not postcode and not (city and (street or (town and thing.text("region")))):
        return ""
    pair = [street, number] if countries[:1] and countries[0] in _NUMBER_LAST else [number, street]
    line = street if number in street.split() else " ".join(filter(None, pair))
    return {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(filter(None, (line, unit))),
        "addressLocality": city,
        "addressRegion": thing.text("region"),
        "postalCode": postcode,
        "addressCountry": thing.text("country"),
    }


def _as_text(text: str) -> str:
    """`text` when it can be an address: several words, one of them with a digit."""
    fits = len(text) <= _LONGEST and " " in text and re.search(r"\d", text) and re.search(r"[^\W\d]{2}", text)
    return text if fits else ""

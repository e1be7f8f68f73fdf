"""The exact values to enter, each by itself, as a directory's form asks for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import phonenumbers

from citations.findings.fixes.table import table
from citations.models import FIELDS, Location
from citations.nap.phone import read_phones

_TOGETHER = {"contradiction": ("address", "phone", "hours")}  # what a site has to say the same everywhere


@dataclass(frozen=True, slots=True)
class Entry:
    """One value to enter, and what it is called."""

    label: str
    value: str


def entries(location: Location, field: str, urls: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """What to enter to put `field` right; `urls` are the listing to keep and its doubles."""
    labels = table()["label"]
    if field == "duplicates":
        names = ("keep", *("merge" for _ in urls[1:]))
        return tuple(Entry(labels[name], url) for name, url in zip(names, urls, strict=True) if url)
    if field in ("lifecycle", "closing"):
        return (Entry(labels[field], table()["lifecycle"][location.lifecycle]),)
    if field in table()["says"]:
        return (Entry(labels[field], table()["says"][field]),)
    pairs = _whole(location) if field == "listing" else _of_fields(location, _TOGETHER.get(field, (field,)))
    return tuple(Entry(labels[name], value) for name, value in pairs if value)


def record_text(location: Location, field: str) -> str:
    """What the record has for a field, as text."""
    value = getattr(location, field)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _whole(location: Location) -> Iterator[tuple[str, str]]:
    """A new listing: everything that a form may ask for."""
    yield from _of_fields(location, (*FIELDS, "categories"))
    if location.hides_address:
        yield "visibility", table()["says"]["visibility"]


def _of_fields(location: Location, fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    for field in fields:
        yield from _of_field(location, field)


def _of_field(location: Location, field: str) -> Iterator[tuple[str, str]]:
    if field == "address":
        yield from _address(location)
        return
    yield field, record_text(location, field)
    if field == "phone":
        yield "international", _international(location)


def _address(location: Location) -> Iterator[tuple[str, str]]:
    address = location.postal
    parts = (address.number, address.street)
    if location.country.upper() in table()["number_last"]["countries"]:
        parts = (address.street, address.number)
    yield "address", str(location.address)
    yield "street", " ".join(part for part in parts if part)
    for part in ("unit", "city", "region", "postcode"):
        yield part, getattr(address, part)


def _international(location: Location) -> str:
    number = next((phone.e164 for phone in read_phones(location.phone, location.country) if phone.e164), "")
    if not number:
        return ""
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)

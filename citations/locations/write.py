"""Writing a locations file: what `read_locations` reads again as the same locations."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from citations.locations.spreadsheet import marked_as_text
from citations.models import Location
from citations.postal import Address
from citations.words import Kind, Lifecycle, PhoneRole

# Columns that stand there even when they are blank, for a person to fill.
_ALWAYS = (
    "Store code", "Business name", "Address line 1", "Address line 2", "Locality", "Administrative area", "Postal code",
    "Country / Region", "Primary phone", "Website", "Client", "Categories", "Hours",
)  # fmt: skip


def locations_csv(locations: Iterable[Location]) -> str:
    """The locations as CSV, under the headings of a Business Profile export where it has them."""
    rows = [dict(_cells(place)) for place in locations]
    headings = dict.fromkeys([*_ALWAYS, *(name for row in rows for name, text in row.items() if text)])
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, list(headings), restval="", extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows({name: marked_as_text(text) for name, text in row.items()} for row in rows)
    return out.getvalue()


def locations_json(locations: Iterable[Location]) -> str:
    """The locations as JSON, in the words of our own fields; what is blank is left out."""
    places = [{name: value for name, value in _fields(place) if value not in ("", [], {}, None)} for place in locations]
    return json.dumps({"locations": places}, ensure_ascii=False, indent=2)


def _cells(place: Location) -> Iterator[tuple[str, str]]:
    address = place.address if isinstance(place.address, Address) else Address()
    yield "Store code", place.id
    yield "Business name", place.name
    yield "Full address", "" if isinstance(place.address, Address) else place.address
    yield "House number", address.number
    yield "Address line 1", address.street
    yield "Address line 2", address.unit
    yield "Locality", address.city
    yield "Administrative area", address.region
    yield "Postal code", address.postcode
    yield "Country / Region", place.country
    yield "Primary phone", place.phone
    yield "Website", place.website
    yield "Client", place.client
    yield "Hours", place.hours
    yield "Categories", "; ".join(place.categories)
    yield "Aliases", "; ".join(place.aliases)
    yield "Street aliases", "; ".join(place.street_aliases)
    yield "Competitors", "; ".join(place.competitors)
    yield "Kind", "" if place.kind is Kind.BUSINESS else str(place.kind)
    yield "Lifecycle", "" if place.lifecycle is Lifecycle.OPEN else place.lifecycle.replace("_", " ")
    yield "Hide address", "yes" if place.hide_address else ""
    yield "Latitude", "" if place.latitude is None else str(place.latitude)
    yield "Longitude", "" if place.longitude is None else str(place.longitude)
    yield from _numbered((f"Former {one.field}", one.value, one.until) for one in place.former)
    yield from _numbered((_phone_heading(one.role), one.number, one.until) for one in place.phones)
    yield from ((f"Listing {directory}", url) for directory, url in place.listings.items())


def _phone_heading(role: PhoneRole) -> str:
    return "Additional phones" if role is PhoneRole.MAIN else f"Phone ({role})"


def _numbered(values: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """A column of its own for each value, and for its date: "Fax 2", "Fax 2 until"."""
    counted: Counter[str] = Counter()
    for name, value, until in values:
        counted[name] += 1
        heading = name if counted[name] == 1 else f"{name} {counted[name]}"
        yield heading, value
        yield f"{heading} until", until


def _fields(place: Location) -> Iterator[tuple[str, Any]]:
    yield from ((name, getattr(place, name)) for name in ("id", "name"))
    address = place.address
    yield "address", {part: text for part, text in _parts(address) if text} if isinstance(address, Address) else address
    yield from ((name, getattr(place, name)) for name in ("phone", "website", "country", "client", "hours"))
    yield from (
        (name, list(getattr(place, name))) for name in ("aliases", "street_aliases", "categories", "competitors")
    )
    yield "former", [{"field": one.field, "value": one.value, "until": one.until} for one in place.former]
    yield "phones", [{"number": one.number, "role": one.role, "until": one.until} for one in place.phones]
    yield "listings", dict(place.listings)
    yield "kind", "" if place.kind is Kind.BUSINESS else place.kind
    yield "lifecycle", "" if place.lifecycle is Lifecycle.OPEN else place.lifecycle
    yield "hide_address", True if place.hide_address else None
    yield from ((name, getattr(place, name)) for name in ("latitude", "longitude"))


def _parts(address: Address) -> Iterator[tuple[str, str]]:
    yield from ((part, getattr(address, part)) for part in ("street", "number", "unit", "city", "region", "postcode"))

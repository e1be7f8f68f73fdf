"""Samples of markup by those who defined or parse it: is every name, address and phone in them read?

Truth is what the sample's own JSON says, taken apart by `json` alone: the JSON-LD beside each microdata and RDFa
example of schema.org, the expected answer beside each page of extruct and of the microformats tests.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations import Address, Listing
from citations.pages import read_page
from tests.shared_data import PAGES

Values = Mapping[str, str]
SYNTAXES = ("microdata", "rdfa", "json")
_PARTS = {"streetAddress": "street", "addressLocality": "city", "addressRegion": "region", "postalCode": "postcode"}
_PLACES = {"street-address": "street", "locality": "city", "region": "region", "postal-code": "postcode"}
_NOBODY = {"Person", "PostalAddress", "GeoCoordinates", "ContactPoint"}
_BLOCK = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
_FEW = 60  # letters; "This example is JSON only."


@dataclass(frozen=True)
class Sample:
    """One value of one business in one sample, and whether it was read."""

    syntax: str
    sample: str
    business: str
    field: str
    shown: str
    read: str

    @property
    def is_read(self) -> bool:
        """True when a listing of that name says the value, in letters and digits."""
        return _letters(self.shown) in _letters(self.read)


def samples() -> Iterator[Sample]:
    """Every value of every sample."""
    yield from _schema_org()
    for file in sorted((PAGES / "microformats").glob("**/*.html")):
        yield from _held("microformats", file, _of_microformats(_json(file)))
    for file in sorted((PAGES / "extruct").glob("**/*.html")):
        yield from _held("extruct", file, _of_items(_json(file)))


def _schema_org() -> Iterator[Sample]:
    for number, example in enumerate(json.loads((PAGES / "schemaorg/localbusiness_examples.json").read_text())):
        blocks = _BLOCK.findall(example["json"])
        businesses = [one for block in blocks for one in _of_items(json.loads(block))]
        for syntax in SYNTAXES:
            if len(example[syntax]) > _FEW:
                name = f"{number} ({example['types'].split()[0]})"
                yield from _compared(f"schema.org, {syntax}", name, businesses, example[syntax].encode())


def _held(syntax: str, file: Path, businesses: Iterable[Values]) -> Iterator[Sample]:
    return _compared(syntax, str(file.relative_to(PAGES)), businesses, file.read_bytes())


def _compared(syntax: str, name: str, businesses: Iterable[Values], body: bytes) -> Iterator[Sample]:
    wanted = list(businesses)
    listings = read_page(body, "https://www.example.com/page") if wanted else ()
    for business in wanted:
        named = _letters(business.get("name", ""))
        match = next((one for one in listings if not named or _letters(one.name) == named), None)
        for field, shown in business.items():
            yield Sample(syntax, name, business.get("name", ""), field, shown, _value(match, field) if match else "")


def _value(listing: Listing, field: str) -> str:
    if field == "phone":
        return "; ".join(listing.phones)
    if field == "name":
        return listing.name
    address = listing.address
    return str(getattr(address, field) if isinstance(address, Address) else address or "")


def _of_items(value: Any) -> Iterator[Values]:
    """The businesses in values of schema.org: whatever has a name and an address or a phone, but people."""
    for thing in _objects(value):
        properties = _properties(thing)
        kind = str(thing.get("@type") or thing.get("type") or "").rpartition("/")[2]
        address = _first(properties.get("address"))
        parts = _properties(address) if isinstance(address, dict) else {}
        found = {"name": _text(properties.get("name")), "phone": _text(properties.get("telephone"))}
        found |= {ours: _text(parts.get(theirs)) for theirs, ours in _PARTS.items()}
        found = {field: text for field, text in found.items() if text}
        if kind not in _NOBODY and "name" in found and len(found) > 1:
            yield found


def _of_microformats(value: Any) -> Iterator[Values]:
    """The cards with an address or a phone, and the addresses that stand alone."""
    cards = [thing for thing in _objects(value) if {"h-card", "h-adr"} & set(thing.get("type", ()))]
    inside = {id(adr) for card in cards for adr in card["properties"].get("adr", ())}
    for card in cards:
        if id(card) in inside:
            continue
        properties = card["properties"]
        address = _first(properties.get("adr"))
        parts = address["properties"] if isinstance(address, dict) else properties
        found = {"name": _text(properties.get("name")), "phone": _text(properties.get("tel"))}
        found |= {ours: _text(parts.get(theirs)) for theirs, ours in _PLACES.items()}
        found = {field: text for field, text in found.items() if text}
        if len(found) > ("name" in found):
            yield found


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner)


def _properties(thing: Mapping[str, Any]) -> Mapping[str, Any]:
    """The properties of a thing, which extruct writes one step down."""
    inner = thing.get("properties")
    return inner if isinstance(inner, dict) else thing


def _first(value: Any) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value


def _text(value: Any) -> str:
    first = _first(value)
    return first.strip() if isinstance(first, str) else ""


def _json(file: Path) -> Any:
    return json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())

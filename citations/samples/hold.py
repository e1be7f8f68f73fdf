"""Holds an invented page to what stands beside it as JSON.

A case is {"url", "status", "headers", "expect"}; `expect` names only what matters on that page. street, city,
region and postcode are parts of the address, rel and via those of the link to the website.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from citations.directory import Directory
from citations.models import Listing, Reading
from citations.pages import read_page
from citations.postal import Address
from citations.samples.kinds import EXPECTED, FOUND, KINDS

_PARTS = ("street", "city", "region", "postcode")


def faults(directory: Directory, folder: Path) -> Iterator[str]:
    """What is wrong with the four pages in `folder`, a sentence each; nothing when they are read as they should be."""
    try:
        cases = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield f"{folder / EXPECTED} cannot be read: {error}"
        return
    for kind in KINDS:
        file = folder / f"{kind}.html"
        if kind not in cases or not file.exists():
            yield f"{folder} lacks {'its page ' + file.name if kind in cases else f'{kind} in {EXPECTED}'}"
            continue
        yield from (f"{file}: {fault}" for fault in _place_faults(directory, kind, str(cases[kind]["url"])))
        yield from (f"{file}: {fault}" for fault in page_faults(cases[kind], file.read_bytes(), directory))


def page_faults(case: Mapping[str, Any], body: bytes, directory: Directory | None) -> Iterator[str]:
    """Read `body` as the case says that it came; each thing that the case names and that was read otherwise."""
    reading = read_page(body, case["url"], directory, status=case.get("status", 200), headers=case.get("headers"))
    for field, wanted in case["expect"].items():
        read = _read(reading, field, wanted)
        if read != wanted:
            yield f"{field} is read as {read!r}, not as {wanted!r}"


def _place_faults(directory: Directory, kind: str, url: str) -> Iterator[str]:
    if not directory.owns(url):
        yield f"{url} is not on {', '.join(directory.domains)}"
    elif kind == FOUND and not directory.is_listing(url):
        yield f"{url} does not match the listing_pattern"


def _read(reading: Reading, field: str, wanted: Any) -> object:
    """What `reading` says of `field`, in the notation of the file."""
    if field in ("listings", "sponsored"):
        read = list(getattr(reading, field))
        if len(read) != len(wanted):
            return [listing.name for listing in read]
        return [{name: _shown(listing, name) for name in want} for listing, want in zip(read, wanted, strict=True)]
    if field == "obstacle":
        return reading.obstacle.reason if reading.obstacle else None
    if field == "no_results" and wanted and reading.no_results.startswith(wanted):
        return wanted
    return getattr(reading, field)


def _shown(listing: Listing, field: str) -> object:
    """A field in the notation of the files."""
    if field in _PARTS:
        return getattr(listing.address, field) if isinstance(listing.address, Address) else ""
    if field == "address":
        return str(listing.address or "")
    if field == "rel":
        return list(listing.link.rel) if listing.link else []
    if field == "via":
        return listing.link.via if listing.link else ""
    value = getattr(listing, field)
    return list(value) if isinstance(value, tuple) else value

"""Holds an invented page to what stands beside it as JSON.

A case is {"url", "status", "headers", "expect"}; `expect` names only what matters on that page. street, city,
region and postcode are parts of the address.
"""

from collections.abc import Mapping
from typing import Any

from citations.directory import Directory
from citations.models import Listing
from citations.pages import read_page
from citations.postal import Address

PARTS = ("street", "city", "region", "postcode")


def shown(listing: Listing, field: str) -> object:
    """A field in the notation of the files."""
    if field in PARTS:
        return getattr(listing.address, field) if isinstance(listing.address, Address) else ""
    if field == "address":
        return str(listing.address or "")
    if field == "rel":
        return list(listing.link.rel) if listing.link else []
    value = getattr(listing, field)
    return list(value) if isinstance(value, tuple) else value


def assert_as_expected(case: Mapping[str, Any], body: bytes, directory: Directory | None) -> None:
    """Read `body` as the case says that it came, and compare all that the case names."""
    reading = read_page(body, case["url"], directory, status=case.get("status", 200), headers=case.get("headers"))
    expected = dict(case["expect"])
    for kind in {"listings", "sponsored"} & expected.keys():
        wanted, read = expected.pop(kind), getattr(reading, kind)
        assert len(read) == len(wanted), read
        found = [{field: shown(listing, field) for field in want} for listing, want in zip(read, wanted, strict=True)]
        assert found == wanted
    if "obstacle" in expected:
        wanted_reason = expected.pop("obstacle")
        assert (reading.obstacle.reason if reading.obstacle else None) == wanted_reason
    if expected.get("no_results"):
        assert reading.no_results.startswith(expected.pop("no_results"))
    assert {field: getattr(reading, field) for field in expected} == expected

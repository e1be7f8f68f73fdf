"""Each invented page under fixtures/ is read as the file beside it says: add a page, get a test.

`expect` names only what matters on that page; street, city, region and postcode are parts of the address.
"""

import json
from pathlib import Path

import pytest

from citations.models import Listing
from citations.pages import read_page
from citations.postal import Address
from tests.pages.directories import KNOWN

FIXTURES = Path(__file__).parent / "fixtures"
CASES = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(FIXTURES.glob("*.json"))}
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


def test_every_page_has_its_expectation() -> None:
    assert {file.stem for file in FIXTURES.glob("*.html")} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_page(name: str) -> None:
    case = CASES[name]
    body = (FIXTURES / f"{name}.html").read_bytes()
    directory = KNOWN[case["directory"]] if case["directory"] else None
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


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["expect"].get("listings")])
def test_every_value_names_its_source(name: str) -> None:
    case = CASES[name]
    directory = KNOWN[case["directory"]] if case["directory"] else None
    for listing in read_page((FIXTURES / f"{name}.html").read_bytes(), case["url"], directory):
        named = {"name": listing.name, "phone": listing.phones, "address": listing.address, "website": listing.website}
        assert {field for field, value in named.items() if value} <= set(listing.sources)
        assert all(raw and reader for raw, reader in listing.sources.values())

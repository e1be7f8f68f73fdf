"""Each invented page under fixtures/ is read as the file beside it says: add a page, get a test.

`expect` names only what matters on that page; street, city, region and postcode are parts of the address.
"""

import json
from pathlib import Path

import pytest

from citations.pages import read_page
from tests.pages.as_expected import assert_as_expected
from tests.pages.directories import KNOWN

FIXTURES = Path(__file__).parent / "fixtures"
CASES = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(FIXTURES.glob("*.json"))}


def test_every_page_has_its_expectation() -> None:
    assert {file.stem for file in FIXTURES.glob("*.html")} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_page(name: str) -> None:
    case = CASES[name]
    directory = KNOWN[case["directory"]] if case["directory"] else None
    assert_as_expected(case, (FIXTURES / f"{name}.html").read_bytes(), directory)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["expect"].get("listings")])
def test_every_value_names_its_source(name: str) -> None:
    case = CASES[name]
    directory = KNOWN[case["directory"]] if case["directory"] else None
    for listing in read_page((FIXTURES / f"{name}.html").read_bytes(), case["url"], directory):
        named = {"name": listing.name, "phone": listing.phones, "address": listing.address, "website": listing.website}
        assert {field for field, value in named.items() if value} <= set(listing.sources)
        assert all(raw and reader for raw, reader in listing.sources.values())

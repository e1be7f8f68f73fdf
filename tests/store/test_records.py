"""A record comes back from JSON equal to what it was, down to tuples and addresses."""

import json
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from citations.models import Check, Listing, Location, Phone
from citations.store import check_from_json, location_from_json, to_data, to_json
from citations.words import PhoneRole, Status
from tests.store import records_of


@settings(max_examples=60, deadline=None)
@given(records_of.checks)
def test_any_check_round_trips(check: Check) -> None:
    assert check_from_json(to_json(check)) == check


@settings(max_examples=60, deadline=None)
@given(records_of.locations)
def test_any_location_round_trips(location: Location) -> None:
    assert location_from_json(to_json(location)) == location


def test_lists_and_read_only_mappings_come_back_as_tuples_and_mappings() -> None:
    given_lists = Location(
        "1",
        "Oak Dental",
        aliases=["Oak"],
        phones=[Phone("555-0100", PhoneRole.FAX)],
        listings=MappingProxyType({"a": "https://a.example/1"}),
    )
    back = location_from_json(to_json(given_lists))
    assert back.aliases == ("Oak",)
    assert back.phones == (Phone("555-0100", PhoneRole.FAX),)
    assert back.listings == {"a": "https://a.example/1"}


def test_half_a_surrogate_pair_from_a_page_is_kept_as_a_lost_character() -> None:
    check = Check(
        "1", "a", Status.LISTED, listing=Listing(name="Caf\ud83d", sources={"name": ("Caf\ud83d", "json-ld")})
    )
    listing = check_from_json(to_json(check)).listing
    assert listing is not None
    assert listing.name == "Caf�"
    assert listing.sources == {"name": ("Caf�", "json-ld")}


def test_data_is_plain_json() -> None:
    data = to_data(Check("1", "a", Status.LISTED, listing=Listing(phones=("555-0100",))))
    assert data["status"] == "listed"
    assert data["listing"]["phones"] == ["555-0100"]
    assert json.loads(json.dumps(data)) == data


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"location": "1", "directory": "a", "status": "perhaps"}'])
def test_what_is_not_a_check_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="validation error"):
        check_from_json(text)

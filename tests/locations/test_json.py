"""Locations in JSON: our own field names, the names of columns, and what is refused."""

import json
from pathlib import Path

import pytest

from citations.locations import mended, refused_rows
from citations.models import Former, Location, Phone
from citations.postal import Address
from citations.words import PhoneRole
from tests.locations.files import read

FULL = {
    "id": 7,
    "name": "Oak Dental",
    "address": {"street": "Oak St", "number": "1", "city": "Springfield", "region": "IL", "postcode": 62701},
    "phone": "217-555-0100",
    "aliases": ["Oak; the dentist", "Dr. Oak"],
    "former": [{"field": "phone", "value": "217-555-0109", "until": "2020"}],
    "phones": [{"number": "217-555-0110", "role": "toll_free"}, "217-555-0111"],
    "listings": {"example-pages": "https://pages.example/oak"},
    "hours": {"Monday": "9-5", "sunday": "closed"},
    "hide_address": True,
    "latitude": 39.78,
    "website": None,
    "colour": "green",
}
OAK = Location(
    id="7",
    name="Oak Dental",
    address=Address("Oak St", "1", "", "Springfield", "IL", "62701", "US"),
    phone="217-555-0100",
    aliases=("Oak; the dentist", "Dr. Oak"),
    former=(Former("phone", "217-555-0109", "2020"),),
    phones=(Phone("217-555-0110", PhoneRole.TOLL_FREE), Phone("217-555-0111")),
    listings={"example-pages": "https://pages.example/oak"},
    hours="Mo 9-5; Su closed",
    hide_address=True,
    latitude=39.78,
)


@pytest.mark.parametrize("data", [[FULL], {"note": {"locations": [1]}, "locations": [FULL]}])
def test_json_in_our_own_words(data: object, tmp_path: Path) -> None:
    found = read(tmp_path, json.dumps(data), "places.json")
    assert found.locations == (OAK,)
    assert found.ignored_columns == ("colour",)


def test_json_in_the_words_of_columns(tmp_path: Path) -> None:
    data = [
        {"Business name": "Oak", "address": "1 Oak St, Springfield", "DBA": "Oak|Oaky", "Old phone": "217-555-0109"}
    ]
    (place,) = read(tmp_path, json.dumps(data), "places.json").locations
    assert (place.name, place.address, place.aliases) == ("Oak", "1 Oak St, Springfield", ("Oak", "Oaky"))
    assert place.former == (Former("phone", "217-555-0109"),)


def test_json_refusals_name_line_and_key(tmp_path: Path) -> None:
    data = """{"locations": [
      {"name": "Oak", "phone": "217-555-0100"},
      "Elm",
      {"name": ["Fir"], "phone": "217-555-0100"},
      {"name": "Yew", "address": {"street": "1 Yew St", "postcode": "ABC"},
       "phones": [{"number": "217-555-0100", "role": "pager"}],
       "former": [{"field": "owner", "value": "Ms Yew"}, {"field": "name", "value": "Yow", "until": "May"}]}
    ]}"""
    found = read(tmp_path, data, "places.json")
    assert [place.name for place in found.locations] == ["Oak"]
    assert sorted((refusal.line, refusal.column, refusal.value) for refusal in found.refusals) == [
        (3, "", '"Elm"'),
        (4, "name", '["Fir"]'),
        (5, "address.postcode", "ABC"),
        (5, "former[0].value", "owner"),
        (5, "former[1].until", "May"),
        (5, "phones[0].number", "pager"),
    ]


def test_items_on_one_line_are_told_apart_by_their_number(tmp_path: Path) -> None:
    data = json.dumps([{"name": "Oak", "phone": "217-555-0100"}, {"name": "Elm", "phone": "12"}, {"name": "", "id": 3}])
    found = read(tmp_path, data, "places.json")
    assert [str(refusal).partition(",")[0] for refusal in found.refusals if refusal.column != "Address line 1"] == [
        "item 2 (line 1)",
        "item 3 (line 1)",
    ]
    content = data.encode()
    assert [row.cells["name"] for row in refused_rows(content, found)] == ["Elm", ""]
    again = read(tmp_path, mended(content, {2: {"phone": "217-555-0101"}}), "places.json")
    assert [place.name for place in again.locations] == ["Oak", "Elm"]

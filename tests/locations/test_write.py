"""A locations file that was written is read as the same locations."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.locations import locations_csv, locations_json
from citations.locations.columns import table
from citations.models import Address, Former, Location, Phone
from citations.words import Kind, PhoneRole
from tests.locations.files import read

WRITERS = {"csv": locations_csv, "json": locations_json}
FULL = Location(
    id="7",
    name='\'=Oak, "the" Dentist',
    address=Address("Oak St", "1", "Ste 2", "Boston", "MA", "02134", "US"),
    phone="+16175550144",
    website="https://oak.example/a?b=1,2",
    client="@Oak",
    aliases=("Oak", "-Oak"),
    street_aliases=("Elm Blvd", "=Route 7"),
    former=(
        Former("name", "Old Oak", "2020-05"),
        Former("name", "Older Oak"),
        Former("address", "9 Elm St, Salem", "2019"),
    ),
    phones=(
        Phone("617-555-0145"),
        Phone("+1 617 555 0146"),
        Phone("617-555-0147", PhoneRole.TRACKING, "2030-01-31"),
        Phone("617-555-0148", PhoneRole.TOLL_FREE),
        Phone("617-555-0149", PhoneRole.TOLL_FREE),
    ),
    hours="Mo-Fr 09:00-17:00; Sa closed",
    categories=("Dentist", "Orthodontist"),
    kind=Kind.PRACTICE,
    hide_address=True,
    listings={"yelp": "https://yelp.example/oak"},
    competitors=("Elm Dental",),
    latitude=42.35,
    longitude=-71.13,
)
PLAIN = Location(id="8", name="Elm", address="2 Elm St, Boston, MA 02134", phone="(617) 555-0150")


@pytest.mark.parametrize("form", WRITERS)
def test_every_field_comes_back(form: str, tmp_path: Path) -> None:
    found = read(tmp_path, WRITERS[form]([FULL, PLAIN]))
    assert found.refusals == ()
    assert found.ignored_columns == ()
    assert found.locations == (FULL, PLAIN)


def _is_value(text: str) -> bool:
    return text.lower() not in table()["words"]["nothing"]


TEXT = st.sampled_from(["#REF!", "5-May", "2024-05-31", "'=a", '="1"', "'90s Diner", "-5"]) | (
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and _is_value(text))
)


@settings(max_examples=150, deadline=None)
@given(form=st.sampled_from(sorted(WRITERS)), name=TEXT, street=TEXT, city=TEXT, hours=TEXT, client=TEXT)
def test_any_text_comes_back(
    form: str, name: str, street: str, city: str, hours: str, client: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = Location(
        "1", name, Address(street.rstrip(", ") or "x", city=city, country="US"), hours=hours, client=client
    )
    found = read(tmp_path_factory.mktemp("written"), WRITERS[form]([place]))
    assert found.refusals == ()
    assert found.locations == (place,)


@given(text=TEXT)
def test_no_cell_becomes_a_formula(text: str) -> None:
    for row in csv.reader(io.StringIO(locations_csv([Location("1", text, client=text)]))):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@")) or cell[1:].replace(".", "", 1).isdecimal()

"""The plain form is read as the careful reader reads it, or not at all."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.postal import united_states
from citations.postal.cleaning import clean, without_asides
from citations.postal.plain_form import read_plain, read_plain_line
from citations.postal.street_line import split_street_line
from tests.shared_data import DATA

WORDS = """
Main Oak Lake Park Saint St Fort Mount Old County State Route Highway Box Near At Opposite North East SE NW First Fifth
Suite Floor Unit Level Mall Plaza The Of Avenue Broadway El Camino Real MAIN OAK LAKE FIFTH KING Twin La York
"""
name = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=3).map(" ".join)
kind = st.sampled_from(
    ("St", "St.", "Street", "Ave", "AVE", "Sq", "Pike", "Rd", "Blvd.", "Ct", "Ln", "Pl", "Way", "Hwy", "Dr", "")
)
unit = st.sampled_from(
    ("", ", Ste 5", " Ste. 12B", ", Suite C", " #4", ", #4", " Unit 7", ", Apt 2a", ", 5", " Fl 3", ", Ste Frnt")
)
place = st.sampled_from(
    ("Portland", "Lakewood", "Louis", "St. Louis", "Bath County", "New York", "Park City", "Lake Ct", "Northport")
)
region = st.sampled_from(("OR", "CT", "FL", "NE", "NY", "WA", "DC", "XX"))
line = st.builds(
    lambda number, before, street, kind, behind, unit: f"{number} {before}{street} {kind}".rstrip() + behind + unit,
    st.integers(1, 99_999),
    st.sampled_from(("", "", "N ", "W. ", "n. ", "South ", "5th ", "22nd ")),
    name | name.map(str.lower),
    kind | kind.map(str.lower),
    st.sampled_from(("", "", " NE", " w.", " East")),
    unit,
)
text = st.builds(
    lambda street, city, end, region, postcode, country: f"{street}{city}{end}{region}{postcode}{country}",
    # Without a comma a model guesses: real addresses hold both to one answer.
    st.just("") | st.builds("".join, st.tuples(line, st.sampled_from((", ", ", ", " | ")))),
    place | name,
    st.sampled_from((", ", ", ", " ")),
    region,
    st.sampled_from((" 97201", " 97201-1234", " 9720", "")),
    st.sampled_from(("", "", ", United States", ", USA")),
)


@settings(deadline=None, max_examples=400)
@given(text)
def test_an_address_in_plain_form_is_read_alike(address: str) -> None:
    plain = read_plain(address, "US")
    assert plain is None or plain == united_states.read(address, "US")


@settings(deadline=None, max_examples=400)
@given(line)
def test_a_line_in_plain_form_is_read_alike(street: str) -> None:
    plain = read_plain_line(street)
    assert plain is None or plain == split_street_line(without_asides(clean(street)))


@pytest.mark.parametrize(
    "address",
    [
        "12 Main St, Ste 5, Portland, OR 97201",
        "12 N. Oak Park Ave | Park City | UT 84060".replace(" | UT", ", UT"),
        "9041 Windmill Parkway Lakewood CO 80228",
        "9041 Windmill St Suite 12 Lakewood CO 80228",
        "12 Main St, #430, Nashville, TN, USA",
        "4 22nd Ave #4, Portland, OR 97201-1234, United States",
        "12 Main St | St. Louis, MO 63104",
        "Portland, OR 97201",
        "St. Paul MN 55116-1234, USA",
    ],
)
def test_the_plain_form_is_recognised(address: str) -> None:
    assert read_plain(address, "US") == united_states.read(address, "US")


@pytest.mark.parametrize(
    "address",
    [
        "20 Benton Pl St Louis, MO 63104",
        "12 County Rd #5, Portland, OR 97201",
        "12 Main St near Oak Ave, Portland, OR 97201",
        "12 Main St, Lakewood, XX 97201",
        "12 Main Ln Suite 17 Mc Farland WI 53558",
        "12 Main St Lakewood, CO",
        "12 Main Ave St. Louis MO 63104",
        "Portland OR",
        "Lake Ct, OR 97201",
    ],
)
def test_what_may_mean_something_else_is_left_to_the_careful_reader(address: str) -> None:
    assert read_plain(address, "US") is None


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="real listings are not here")
def test_real_addresses_in_plain_form_are_read_alike() -> None:
    said = {text for file in DATA.glob("*/*.csv") for row in _rows(file) for text in row if len(text) < 200}
    plain = [(text, read) for text in said if (read := read_plain(text, "US"))]
    assert len(plain) > 4000
    assert [text for text, read in plain if united_states.read(text, "US") != read] == []
    lines = [(text, read) for text in said if (read := read_plain_line(text))]
    assert len(lines) > 10_000
    assert [text for text, read in lines if split_street_line(without_asides(clean(text))) != read] == []


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", errors="replace", newline="") as lines:
        return list(csv.reader(lines))

"""What the addresses of maps name, and coordinates in words: add a row to tests/examples/map_links.csv, get a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.pages.coordinates import Point, point, point_in
from citations.pages.map_links import places_of
from tests.pages.test_visible_values import rows


@pytest.mark.parametrize("row", rows("map_links.csv"), ids=lambda row: row["note"])
def test_places(row: dict[str, str]) -> None:
    assert "|".join(places_of(row["url"])) == row["places"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("45.51234,-122.67123", Point(45.51234, -122.67123)),
        ("loc:45.51234 -122.67123", Point(45.51234, -122.67123)),
        ("45.51234;-122.67123", Point(45.51234, -122.67123)),
        ("pos.45.51234_-122.67123_Bakery", Point(45.51234, -122.67123)),
        ("51°27'36.0\"N 2°35'24.0\"W", Point(51.46, -2.59)),
        ("45.5,-122.6", None),
        ("0.0000,0.0000", None),
        ("95.1234,10.1234", None),
        ("12 Harbor Lane, Portland, OR 97201", None),
    ],
)
def test_point_in_words(text: str, found: Point | None) -> None:
    assert point_in(text) == found


@given(st.floats().map(str) | st.text(max_size=8), st.floats().map(str) | st.text(max_size=8))
def test_a_point_is_on_the_globe(north: str, east: str) -> None:
    found = point(north, east)
    assert found is None or (abs(found.latitude) <= 90 and abs(found.longitude) <= 180)


@given(st.text(max_size=60).map("https://www.google.com/maps/place/".__add__) | st.text(max_size=60))
def test_any_address_is_taken_apart(url: str) -> None:
    assert all(isinstance(place, str) for place in places_of(url))

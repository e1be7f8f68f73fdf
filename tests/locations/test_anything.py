"""Whatever a file holds: each row is a location or refused by name, and a file is read or refused with the reason."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.locations import LocationsError, LocationsFile, read_locations
from tests.locations.files import read
from tests.shared_data import DATA

SHARED = DATA


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("Colour,Size\nred,4\n", "no column holds the business's name"),
        ("just a sentence", "no column holds the business's name"),
        ('[{"name": "Oak",}]', "line 1, column 17"),
        ('[\n  {"name": "Oak"}\n  {}\n]', "line 3, column 3"),
        ('{"places": []}', '"locations"'),
        ('{"locations": 4, "locations": []}', "more than once"),
        ("[" * 100_000, "JSON that cannot be read"),
        (b"PK\x03\x04rest", "cut short or broken"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no column holds the business's name"),
    ],
)
def test_files_that_cannot_be_used(content: str | bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(LocationsError, match="places") as caught:
        read(tmp_path, content)
    assert says in str(caught.value)


def test_a_missing_file_a_folder_and_a_wrong_country(tmp_path: Path) -> None:
    with pytest.raises(LocationsError, match="cannot be read"):
        read_locations(tmp_path / "nowhere.csv")
    with pytest.raises(LocationsError, match="this is a folder"):
        read_locations(tmp_path)
    with pytest.raises(LocationsError, match="country is not known"):
        read(tmp_path, "Name,Phone\nOak,217-555-0100\n", country="Atlantis")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    read_or_refused(tmp_path_factory, content)


CELLS = st.text(st.sampled_from('ab7 "\n,;|\t-é@.'), max_size=8) | st.sampled_from(["217-555-0100", "62701", '"a\nb"'])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5).map(",".join), max_size=5))
def test_any_rows_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, rows: list[str]) -> None:
    read_or_refused(tmp_path_factory, "\n".join(["Name,Phone,ZIP,Old phone", *rows]).encode())


KEYS = st.sampled_from(
    ["name", "phone", "address", "former", "phones", "listings", "hours", "aliases", "latitude", "x"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(KEYS, ANYTHING, max_size=5), max_size=4))
def test_any_objects_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, items: list[object]) -> None:
    text = json.dumps(items, indent=1)
    found = read_or_refused(tmp_path_factory, text.encode())
    assert found is not None
    assert len(found.locations) + len({refusal.line for refusal in found.refusals}) == len(items)


def read_or_refused(factory: pytest.TempPathFactory, content: bytes) -> LocationsFile | None:
    try:
        found = read(factory.mktemp("any"), content)
    except LocationsError:
        return None
    assert len({place.id for place in found.locations}) == len(found.locations)
    assert all(place.id and place.name for place in found.locations)
    assert all(refusal.reason for refusal in found.refusals)
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real samples is not there")
def test_a_business_profile_export(tmp_path: Path) -> None:
    found = read_locations(SHARED / "backlinks" / "gbp_export_shape.csv")
    assert found.refusals == ()
    assert [place.id for place in found.locations] == ["P13FL9", "P13FL8", "P13FL5"]
    assert found.locations[0].hours == "Mo 09:00-19:00; Su 10:00-18:00"
    assert found.ignored_columns == ("Google updates", "Opening date")
    assert [(note.line, note.value) for note in found.notes] == [(4, "Not published")]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real samples is not there")
def test_every_row_of_many_real_locations_is_read_or_refused(tmp_path: Path) -> None:
    lines = (SHARED / "locations" / "locations.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    every = "".join([lines[0].replace("store_code", "theirs"), *lines[1::9]])
    found = read(tmp_path, every)
    refused = {refusal.line for refusal in found.refusals}
    rows = len(lines[1::9])
    assert len(found.locations) + len(refused) >= rows * 0.99, "a cell with a line break joins two lines"
    assert len(refused) < rows * 0.01

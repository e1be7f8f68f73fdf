"""What each value is read as, or why it is refused: add a row to `examples/locations_values.csv`, get a test."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from citations.locations import read_locations
from citations.models import Location

with (Path(__file__).parents[1] / "examples" / "locations_values.csv").open(encoding="utf-8", newline="") as file:
    EXAMPLES = list(csv.DictReader(file))

READ: dict[str, Callable[[Location], object]] = {
    "Phone": lambda place: place.phone,
    "Postal code": lambda place: getattr(place.address, "postcode", ""),
    "Website": lambda place: place.website,
    "Latitude": lambda place: place.latitude,
    "Longitude": lambda place: place.longitude,
    "Kind": lambda place: place.kind,
    "Hide address": lambda place: place.hide_address,
    "Country": lambda place: place.country,
    "Fax": lambda place: place.phones[0].number,
    "Listing yelp": lambda place: place.listings["yelp"],
}


def write(folder: Path, rows: list[list[str]]) -> Path:
    target = folder / "places.csv"
    with target.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return target


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['header']} {example['value']}")
def test_value(example: dict[str, str], tmp_path: Path) -> None:
    rows = [["Business name", "Locality", example["header"]], ["Oak Dental", "Springfield", example["value"]]]
    read = read_locations(write(tmp_path, rows), country=example["country"])
    if example["refused_because"]:
        (refusal,) = read.refusals
        assert (refusal.line, refusal.column, refusal.value) == (2, example["header"], example["value"])
        assert example["refused_because"] in refusal.reason
        assert read.locations == ()
    else:
        assert read.refusals == ()
        (place,) = read.locations
        value = READ[example["header"]](place)
        assert ("" if value is None else str(value)) == example["read_as"]


@pytest.mark.parametrize(("region", "accepted"), [("MA", True), ("Massachusetts", True), ("", True), ("IL", False)])
def test_zeros_are_put_back_only_where_postcodes_begin_with_them(region: str, accepted: bool, tmp_path: Path) -> None:
    rows = [["Name", "City", "State", "ZIP"], ["Oak Dental", "Dover", region, "2134"]]
    read = read_locations(write(tmp_path, rows))
    assert bool(read.locations) is accepted
    assert [note.value for note in read.notes] == (["2134"] if accepted else [])

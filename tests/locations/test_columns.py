"""What each heading means: add a row to `examples/locations_columns.csv`, get a test."""

import csv
from pathlib import Path

import pytest

from citations.locations.columns import Column, read_column, read_columns

with (Path(__file__).parents[1] / "examples" / "locations_columns.csv").open(encoding="utf-8", newline="") as file:
    EXAMPLES = list(csv.DictReader(file))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["header"])
def test_heading(example: dict[str, str]) -> None:
    column = read_column(example["header"])
    if not example["field"]:
        assert column is None
    else:
        assert column is not None
        assert (column.field, column.about, column.until) == (
            example["field"],
            example["about"],
            example["until"] == "yes",
        )


def test_of_two_columns_for_one_field_the_better_named_is_used() -> None:
    county, state = read_columns(["County", "State"])
    assert county is None
    assert isinstance(state, Column)
    assert state.field == "region"


def test_a_date_belongs_to_the_column_that_it_names() -> None:
    phone, until, other = read_columns(["Old phone", "Old phone until", "Former phone"])
    assert phone is not None
    assert until is not None
    assert other is not None
    assert phone.group == until.group != other.group

"""Which category belongs to which industry: a row of tests/examples/industries.csv is a test."""

import csv
from pathlib import Path

import pytest

from citations.nap.trades import trade_words, trades

FILE = Path(__file__).parents[1] / "examples" / "industries.csv"
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['category']} {row['industry']}")
def test_a_category_belongs_to_an_industry(row: dict[str, str]) -> None:
    assert (row["industry"] in trades([row["category"]], [row["industry"]])) == (row["belongs"] == "yes")


def test_the_table_is_folded_as_the_categories_are() -> None:
    for phrases in trade_words().values():
        assert all(phrase == phrase.casefold() and phrase.isascii() for phrase in phrases)

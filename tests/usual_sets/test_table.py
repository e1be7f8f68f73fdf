"""docs/limits.md says how many directories are asked by default, and which are known least, as the files have it."""

import pytest

from citations.audit.usual import LEAST, MOST
from citations.catalog import load_catalog
from citations.words import Grade
from tests.usual_sets.table import DOCS, TRADES, tables, usual, written

CARED_FOR = ("US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR")


def test_the_table_in_the_docs_is_that_of_the_files() -> None:
    said = DOCS.read_text(encoding="utf-8")
    assert written(said, tables()) == said, "write it anew: python -m tests.usual_sets"


@pytest.mark.parametrize("country", CARED_FOR)
def test_thirty_to_fifty_are_asked_in_the_countries_that_are_cared_for(country: str) -> None:
    asked = {trade: len(usual(country, category)) for trade, category in TRADES.items()}
    assert {trade: number for trade, number in asked.items() if not LEAST <= number <= MOST} == {}


def test_every_shape_of_a_listings_address_says_how_it_is_backed() -> None:
    shaped = [each for each in load_catalog() if each.listing_pattern]
    assert [each.id for each in shaped if each.listing_evidence == Grade.UNKNOWN] == []


def test_a_directory_that_a_program_cannot_search_says_why() -> None:
    silent = [each for each in load_catalog() if not (each.searches or each.apis or "*" in each.domains)]
    assert [each.id for each in silent if not each.access_note] == []

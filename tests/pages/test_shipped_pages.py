"""Every shipped directory reads four invented pages in its site's markup: a listing, results, none, a wall.

They lie in the folder of the directory's id, beside `expect.json`. A new directory file comes with its pages, or
this fails.
"""

from pathlib import Path

import pytest

from citations.catalog import load_catalog
from citations.nap.trades import trade_words
from citations.samples import faults
from citations.words import Access

HERE = Path(__file__).parent
SHIPPED = {
    directory.id: directory
    for directory in load_catalog()
    if "*" not in directory.domains and directory.access != Access.API
}


@pytest.mark.parametrize("name", SHIPPED)
def test_pages(name: str) -> None:
    assert list(faults(SHIPPED[name], HERE / name)) == []


def test_what_only_people_may_visit_says_why() -> None:
    assert [one.id for one in SHIPPED.values() if one.access == Access.ASSISTED and not one.access_note] == []


def test_industries_are_trades_that_categories_are_known_for() -> None:
    named = {industry for one in SHIPPED.values() for industry in one.industries}
    assert named - trade_words().keys() == set()

"""Every shipped directory reads four invented pages in its site's markup: a listing, results, none, a wall.

They lie in the folder of the directory's id, beside `expect.json`. A new directory file comes with its pages, or
this fails.
"""

import re
from pathlib import Path

import pytest

from citations.catalog import load_catalog
from citations.nap.trades import trade_words
from citations.samples import faults
from citations.words import Access
from tests.shared_data import DATA

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


KNOWLEDGE = DATA.parent / "knowledge" / "directories.yaml"
NAMED_OTHERWISE = {"google_maps": "google", "chamber_growthzone": "local_chamber"}


@pytest.mark.skipif(not KNOWLEDGE.exists(), reason="the list of known directories is not here")
def test_each_known_directory_has_a_file_or_a_reason_in_the_limits() -> None:
    known = re.findall(r"(?m)^- id: '?(\w+)'?$", KNOWLEDGE.read_text(encoding="utf-8"))
    told = set(re.findall(r"`(\w+)`", (HERE.parents[1] / "docs" / "limits.md").read_text(encoding="utf-8")))
    ids = load_catalog().directories.keys()
    assert len(known) > 100
    assert [name for name in known if NAMED_OTHERWISE.get(name, name) not in ids and name not in told] == []

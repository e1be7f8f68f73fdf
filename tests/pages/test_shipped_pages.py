"""Every shipped directory reads four invented pages in its site's markup: a listing, results, none, a wall.

They lie in the folder of the directory's id, beside `expect.json`. A new directory file comes with its pages.
"""

import json
from pathlib import Path

import pytest

from citations.catalog import load_catalog
from citations.words import Access
from tests.pages.as_expected import assert_as_expected

HERE = Path(__file__).parent
SHIPPED = {
    directory.id: directory
    for directory in load_catalog()
    if "*" not in directory.domains and directory.access != Access.API
}
KINDS = ("found", "results", "not_found", "blocked")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SHIPPED)
def test_page(name: str, kind: str) -> None:
    cases = json.loads((HERE / name / "expect.json").read_text(encoding="utf-8"))
    assert_as_expected(cases[kind], (HERE / name / f"{kind}.html").read_bytes(), SHIPPED[name])


@pytest.mark.parametrize("name", SHIPPED)
def test_the_pages_stand_where_the_directory_says(name: str) -> None:
    cases = json.loads((HERE / name / "expect.json").read_text(encoding="utf-8"))
    assert SHIPPED[name].is_listing(cases["found"]["url"])
    assert all(SHIPPED[name].owns(case["url"]) for case in cases.values())

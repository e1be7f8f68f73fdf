"""docs/reading-quality.md says how pages are read, as it is now; and no figure falls below what must hold."""

import pytest

from tests.reading_quality.everything import everything
from tests.reading_quality.measure import Shares, macro
from tests.reading_quality.table import DOCS, Everything, faulty, tables, why, written
from tests.shared_data import PAGES

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the shared data is not here")


@pytest.fixture(scope="module")
def found() -> Everything:
    return everything()


@pytest.mark.parametrize(
    ("way", "is_results", "read", "precision"),
    [
        ("as saved", False, 0.95, 0.97),
        ("as saved", True, 0.97, 0.97),
        ("without structured data", False, 0.75, 0.75),
        ("without structured data", True, 0.75, 0.75),
    ],
)
def test_nap_is_read(found: Everything, way: str, is_results: bool, read: float, precision: float) -> None:
    pages = [one for one in found.pages[way] if one.page.is_results is is_results]
    share = Shares.of([field for one in pages for field in one.fields])
    assert share.recall >= read
    assert share.precision >= precision
    assert macro(pages) >= min(read, 0.94)


def test_listings_are_found(found: Everything) -> None:
    pages = [one for one in found.pages["as saved"] if one.page.is_results]
    assert sum(one.found for one in pages) / sum(one.shown for one in pages) >= 0.97
    assert not any(one.beyond for one in pages)


def test_every_wall_comes_out_under_its_name(found: Everything) -> None:
    assert [wall.file for wall in found.walls if not wall.is_named] == []


def test_the_tables_are_what_is_read_now(found: Everything) -> None:
    said = DOCS.read_text(encoding="utf-8")
    assert written(said, tables(found)) == said, "write them anew: python -m tests.reading_quality"
    faults = [(way, one) for way, pages in found.pages.items() for one in faulty(pages)]
    assert [one for way, one in faults if not why(way, one.file, one.field)] == []

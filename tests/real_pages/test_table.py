"""docs/limits.md says what is read of real pages of the shipped directories, as it is now."""

import pytest

from tests.real_pages.measure import measured
from tests.real_pages.table import DOCS, tables, written
from tests.shared_data import PAGES

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the shared data is not here")


@pytest.mark.slow
def test_the_tables_of_the_limits_are_what_is_read_now() -> None:
    found = measured()
    said = DOCS.read_text(encoding="utf-8")
    assert written(said, tables(found)) == said, "write them anew: python -m tests.real_pages"
    for one in found:
        assert one.precision is None or one.precision >= 0.95, one.directory.name
        assert one.walls_named == one.walls

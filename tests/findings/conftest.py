"""A store of one's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from citations.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'fixes.db'}")
    yield opened
    opened.close()

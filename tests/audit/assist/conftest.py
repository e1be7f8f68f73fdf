"""A walled web for each test, and one for the tests that only look."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.assist.walled_web import WalledWeb, walled_web


@pytest.fixture
def web(tmp_path: Path) -> Iterator[WalledWeb]:
    """A web of one's own."""
    with walled_web(tmp_path) as built:
        yield built

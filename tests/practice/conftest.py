"""One practice web, served once for all tests of this folder that only read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from citations.practice import Practice, serve


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with serve(seed=5, out=Path(tmp_path_factory.mktemp("practice")), extra=True) as practice:
        yield practice

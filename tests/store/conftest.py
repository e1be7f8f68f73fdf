"""A fresh store for each test, and a small invented plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from citations.models import Location
from citations.store import AuditInfo, DirectoryInfo, Store

PLACES = (
    Location("oak-1", "Oak Dental", "1 Oak St, Springfield, IL 62701", client="Oak"),
    Location("oak-2", "Oak Dental North", "2 Elm St, Springfield, IL 62702", client="Oak"),
    Location("fern", "Fern Florist", "3 Fern Ave, Dover, DE 19901", client="Fern"),
)
SITES = (DirectoryInfo("alpha", "Alpha Pages", 1), DirectoryInfo("beta", "Beta Local", 2))
PAIRS = tuple((place.id, site.id) for place in PLACES for site in SITES)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Each test that opens a database does so on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'home' / 'citations.db'}"
    asked: str = request.getfixturevalue("postgres_url")
    return asked


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = Store(url)
    yield opened
    opened.close()


@pytest.fixture
def audit(store: Store) -> AuditInfo:
    return store.begin("places.csv", PLACES, SITES, PAIRS)

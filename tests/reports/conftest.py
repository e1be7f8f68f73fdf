"""The invented audit, made once for all tests of reports."""

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from citations.findings import Portfolio, portfolio
from citations.models import Page
from citations.reports import client_html
from citations.settings import Settings
from citations.store import AuditInfo, Store
from citations.web import EvidenceFolder, find_chromium
from tests.invented import DENTAL, HOSTILE, MADE_AT, WHEN, both_clients


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, AuditInfo]]:
    """A store with an audit of the clean and the hostile client."""
    store, info = both_clients(tmp_path_factory.mktemp("invented"))
    yield store, info
    store.close()


@pytest.fixture(scope="session")
def dental(invented: tuple[Store, AuditInfo]) -> Portfolio:
    store, info = invented
    return portfolio(store, info.id, DENTAL)


@pytest.fixture(scope="session")
def hostile(invented: tuple[Store, AuditInfo]) -> Portfolio:
    store, info = invented
    return portfolio(store, info.id, HOSTILE)


@pytest.fixture(scope="session")
def whole(invented: tuple[Store, AuditInfo]) -> Portfolio:
    store, info = invented
    return portfolio(store, info.id)


@pytest.fixture(scope="session")
def dental_report(dental: Portfolio) -> str:
    return client_html(dental, None, agency="Example Agency", made_at=MADE_AT)


@pytest.fixture(scope="session")
def hostile_report(hostile: Portfolio) -> str:
    return client_html(hostile, None, agency="<b>Agency</b>", made_at=MADE_AT)


@pytest.fixture
def evidence(tmp_path: Path) -> tuple[EvidenceFolder, str]:
    """An evidence folder with one page and its picture, and the page's key."""
    folder = EvidenceFolder(tmp_path / "evidence")
    key = folder.keep(
        Page("https://town-guide.example/biz/1", status=200, body=b"<p>", fetched_at=WHEN.astimezone(UTC))
    )
    png = BytesIO()
    Image.new("RGB", (1280, 4000), "#dde6f0").save(png, "PNG")
    folder.add_screenshot(key, png.getvalue())
    return folder, key


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser to print with."""
    found = find_chromium(Settings())
    if found is None:
        pytest.skip("no browser on this machine")
    return found

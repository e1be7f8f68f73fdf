"""A home with the invented audit in it, for pages run in the test and for a real server; the browser that looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.invented_view import build
from tests.ui.serving import PATIENCE, WIDTHS, browser, served, tab

expect.set_options(timeout=PATIENCE)  # what is expected may take as long as what is clicked


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the invented audit, with its evidence."""
    folder = tmp_path_factory.mktemp("home")
    build(folder)
    return folder


@pytest.fixture
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented audit as the settings in force."""
    use(monkeypatch, home)
    return home


def use(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Let the settings name `home`, as a user does."""
    monkeypatch.setenv("CITATIONS_HOME", str(home))
    monkeypatch.setenv("CITATIONS_DATABASE_URL", f"sqlite:///{home / 'invented.db'}")
    monkeypatch.delenv("CITATIONS_EVIDENCE", raising=False)


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[str]:
    """The app on that home; gives its address. A module that changes what is kept serves a home of its own."""
    with served(
        {"CITATIONS_HOME": str(home), "CITATIONS_DATABASE_URL": f"sqlite:///{home / 'invented.db'}"}
    ) as address:
        yield address


@pytest.fixture(scope="module")
def chromium(server: str) -> Iterator[Browser]:  # after the server: an audit before it wants the thread's event loop
    """The browser of this machine."""
    with browser() as running:
        yield running


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page of each width that may not talk to anyone but this machine."""
    with tab(chromium, request.param) as opened:
        yield opened

"""A home with the invented audit in it, for pages run in the test and for a real server."""

from pathlib import Path

import pytest

from tests.ui.invented_view import build


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

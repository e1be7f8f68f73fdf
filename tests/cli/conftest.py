"""A user's folder, and somebody who types commands in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from citations.cli import cli

Type = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder with nothing in it."""
    for name in ("DIRECTORIES", "ALLOW_PRIVATE", "DATABASE_URL", "EVIDENCE"):
        monkeypatch.delenv(f"CITATIONS_{name}", raising=False)
    monkeypatch.setenv("CITATIONS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CITATIONS_PACE", "0")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def type_(home: Path) -> Type:
    return lambda *words: CliRunner().invoke(cli, list(words))

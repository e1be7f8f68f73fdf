"""Which browser is used: the one that was named or nothing; Playwright's newest; then the system's."""

from pathlib import Path

import pytest

from citations.settings import Settings
from citations.web import find_chromium


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr("citations.web.chromium.MAC_APPLICATIONS", ())

    def install(path: str) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("#!/bin/sh\n")
        file.chmod(0o755)
        return file

    return install


def found(**settings: str) -> Path | None:
    return find_chromium(Settings(_env_file=None, **settings))


def test_nothing_there(machine):
    assert found() is None


def test_the_headless_shell_of_the_system_comes_before_its_chromium(machine):
    machine("bin/chromium")
    shell = machine("bin/chromium-headless-shell")
    assert found() == shell


def test_playwrights_newest_comes_before_the_systems(machine):
    machine("bin/chromium-headless-shell")
    machine("playwright/chromium_headless_shell-999/chrome-linux/headless_shell")
    newest = machine("playwright/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell")
    machine("playwright/chromium-1255/chrome-linux/chrome")
    assert found() == newest


def test_the_one_that_is_named_or_none(machine):
    machine("bin/chromium")
    mine = machine("mine/chrome")
    assert found(browser=str(mine)) == mine
    assert found(browser=str(mine.with_name("other"))) is None

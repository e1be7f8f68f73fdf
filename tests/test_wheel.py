"""The wheel works from an empty folder: directories, tables, templates, migrations and the app are inside."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the wheel was unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command of the installed product, in an empty folder, with nothing of the checkout on the path."""
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from citations.cli import main; main()"
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder)}
    command = [sys.executable, "-P", "-c", code, *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_top_level_stays_clean(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"citations"}
    assert (installed / "citations" / "app.py").is_file()


def test_the_shipped_directories_are_found(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "directories", "show", "foursquare")
    assert done.returncode == 0, done.stderr
    assert str(installed / "citations" / "directories" / "foursquare.py") in done.stdout


def test_a_saved_page_is_read(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<h1>Harbor Lane Bakery</h1><a href="tel:+15035550111">call</a>', encoding="utf-8")
    done = run(installed, tmp_path, "read", "page.html", "--url", "https://bakery.example/")
    assert done.returncode == 0, done.stderr
    assert "5035550111" in done.stdout


def test_the_database_is_made(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "doctor")
    assert "database: sqlite" in done.stdout, done.stderr
    assert (tmp_path / ".citations" / "citations.db").is_file()

"""What cannot be done ends with 2 and a sentence that names what is wrong. Add a row to `examples/wrong_use.csv`."""

import csv
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from citations.store import Store
from tests.cli.test_commands import LISTING, wrong_use
from tests.invented import both_clients

EXAMPLES = Path(__file__).parents[1] / "examples" / "wrong_use.csv"


def examples() -> list[dict[str, str]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A user's folder with an audit in it."""
    home = tmp_path_factory.mktemp("wrong-use")
    store, _ = both_clients(home)
    store.close()
    (home / "a-file").touch()
    (home / "page.html").write_text(LISTING, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DIRECTORIES", "ALLOW_PRIVATE", "EVIDENCE"):
            patch.delenv(f"CITATIONS_{name}", raising=False)
        patch.setenv("CITATIONS_HOME", str(home / "home"))
        patch.setenv("CITATIONS_DATABASE_URL", f"sqlite:///{home / 'invented.db'}")
        patch.setenv("COLUMNS", "2000")
        patch.chdir(home)
        yield home


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["command"])
def test_it_is_told_what_is_wrong(
    example: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "l.csv").write_text(example["file"].replace("\\n", "\n"), encoding="utf-8")
    told = wrong_use(shlex.split(example["command"]), monkeypatch, capsys)
    assert example["says"] in " ".join(told.split())
    assert [audit.id for audit in Store(f"sqlite:///{folder / 'invented.db'}").audits()] == [1]

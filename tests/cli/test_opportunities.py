"""`citations opportunities` as a person types it, on an invented audit."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from citations.cli import cli
from tests.invented import DENTAL, both_clients

Type = Callable[..., Result]


@pytest.fixture
def type_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Type:
    store, _ = both_clients(tmp_path)
    store.close()
    monkeypatch.setenv("CITATIONS_HOME", str(tmp_path))
    monkeypatch.setenv("CITATIONS_DATABASE_URL", f"sqlite:///{tmp_path / 'invented.db'}")
    monkeypatch.delenv("CITATIONS_DIRECTORIES", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli, ["opportunities", *words])


def test_it_says_what_to_do_and_how_the_score_is_made(type_: Type) -> None:
    result = type_("--client", DENTAL)
    assert result.exit_code == 0, result.stderr
    assert DENTAL in result.stdout
    assert "Add 1 location to Map Nearby with exactly the details of the record." in result.stdout
    assert "Map Nearby: importance 16 + competitors 0 + fit 6 + locations 2 +" in result.stdout
    assert "Not checked" in result.stdout
    assert "Left alone: City Index (4): of least importance" in result.stdout
    assert "<script>" not in result.stdout, "the other client's"


def test_each_client_has_a_part_and_a_file_of_its_own(type_: Type, tmp_path: Path) -> None:
    result = type_("--json", "--out", "out")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["schema_version"] == "1"
    assert len(told["clients"]) == 2
    (dental,) = [client for client in told["clients"] if client["client"] == DENTAL]
    (missing,) = [each for each in dental["opportunities"] if each["directory"] == "map_nearby"]
    assert missing["points"] == round(missing["factor"] * sum(part["points"] for part in missing["parts"]), 1)
    assert {entry["label"] for entry in missing["places"][0]["enter"]} >= {"Business name", "Phone", "City"}
    assert missing["places"][0]["url"].startswith("https://map-nearby.example/search")
    rows = list(
        csv.DictReader((tmp_path / "out" / "harbor-dental-group" / "opportunities.csv").open(encoding="utf-8-sig"))
    )
    assert {row["opportunity"] for row in rows} == {"not listed", "link", "not checked", "skipped"}
    skipped = [row["id"] for row in rows if row["opportunity"] == "skipped"]
    assert skipped
    assert len(skipped) == len(dental["skipped"]), "a row for a directory, not one for each of its locations"
    assert len(list((tmp_path / "out").glob("*/opportunities.csv"))) == 2

"""`citations report` after an audit of two sites of the practice web: the files hold what is true of its listings."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from citations.charts import PALETTE
from citations.cli import cli
from citations.models import FIELDS
from citations.practice import serve

SITES = ("practice_quarry", "practice_townfolk")


@dataclass(frozen=True, eq=False)
class Reported:
    """What is true, and the folder of reports that the command wrote."""

    truth: list[dict[str, Any]]
    folder: Path
    said: str

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The rows of one sheet of every client's workbook."""
        found = []
        for file in sorted(self.folder.glob("*/report.xlsx")):
            head, *rows = load_workbook(file)[sheet].iter_rows(values_only=True)
            found += [dict(zip(map(str, head), row, strict=True)) for row in rows]
        return found


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Reported:
    home = tmp_path_factory.mktemp("reported")
    with serve(seed=31, port=0, out=home / "web", sites=SITES) as practice, pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "HOME": home / "home",
            "DIRECTORIES": practice.directories,
            "ALLOW_PRIVATE": ",".join(practice.allow_private),
            "PACE": "0",
            "DATABASE_URL": "",
            "BROWSER": home / "no-browser",
        }.items():
            patch.setenv(f"CITATIONS_{name}", str(value))
        patch.chdir(home)
        done = CliRunner().invoke(cli, ["audit", str(practice.locations_file), "--directories", ",".join(SITES)])
        assert done.exit_code == 0, done.output
        again = CliRunner().invoke(cli, ["report", "--out", "again"])
        assert again.exit_code == 0, again.output
        truth = [row for row in practice.truth["rows"] if row["directory"] in SITES]
    return Reported(truth, home / "again", again.stdout)


def test_each_client_has_its_own_files(reported: Reported) -> None:
    folders = sorted(path for path in reported.folder.iterdir())
    assert len(folders) == 3
    for folder in folders:
        names = {path.name for path in folder.iterdir()}
        assert names == {
            "report.html",
            "report.xlsx",
            "listings.csv",
            "problems.csv",
            "fixes.csv",
            "changes.csv",
            "opportunities.csv",
        }
        assert f"again/{folder.name}/report.html" in reported.said


def test_the_workbook_says_what_is_true(reported: Reported) -> None:
    names = {"practice_quarry": "Quarry Register", "practice_townfolk": "Townfolk Pages"}
    rows = {(row["location id"], row["directory"]): row for row in reported.rows("Listings")}
    compared = Counter[bool]()
    for true in (row for row in reported.truth if row["status"] != "not_applicable"):
        row = rows[true["location"], names[true["directory"]]]
        assert row["status"] == PALETTE[true["status"]].label
        if true["status"] == "listed":
            for field, word in {**true["verdicts"], **true["parts"]}.items():
                compared[(row[f"{field} verdict"] or "") == PALETTE[word].label] += 1
    assert compared[True] > 200
    assert compared[False] <= 0.02 * compared[True]


def test_phones_and_postcodes_are_text_and_times_are_times(reported: Reported) -> None:
    rows = [row for row in reported.rows("Listings") if row["status"] == "Listed"]
    assert {type(row["phone correct"]) for row in rows} == {str}
    assert {type(row["postcode correct"]) for row in rows} == {str}
    assert {type(row["checked"]).__name__ for row in rows} == {"datetime"}
    assert all(row["evidence"] for row in rows)


def test_every_wrong_value_is_a_fix_with_what_to_enter(reported: Reported) -> None:
    wrong = {
        (row["location id"], row["directory"], field)
        for row in reported.rows("Listings")
        for field in FIELDS
        if row[f"{field} verdict"] in (PALETTE["different"].label, PALETTE["outdated"].label)
    }
    fixes = {(fix["location id"], fix["directory"], fix["field"]): fix for fix in reported.rows("Fixes")}
    assert wrong
    assert wrong <= set(fixes)
    assert all(fix["enter"] and fix["task"] and fix["where"] and fix["due"] for fix in fixes.values())


def test_csv_and_workbook_tell_the_same(reported: Reported) -> None:
    for sheet, name in {"Listings": "listings.csv", "Problems": "problems.csv", "Fixes": "fixes.csv"}.items():
        rows: list[dict[str, str]] = []
        for file in sorted(reported.folder.glob(f"*/{name}")):
            with file.open(encoding="utf-8-sig", newline="") as lines:
                rows += csv.DictReader(lines)
        booked = reported.rows(sheet)
        assert len(rows) == len(booked) > 0
        assert [row["location id"] for row in rows] == [row["location id"] for row in booked]

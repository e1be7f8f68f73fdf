"""Owners' exports given to an audit at the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Type
from tests.cli.test_commands import wrong_use

LOCATIONS = (
    "ID,Name,Address,City,State,ZIP,Phone,Website\n"
    "N-1,Oak Dental,1 Oak St,Springfield,IL,62701,(217) 555-0101,\n"
    "F-3,Fern Florist,3 Fern Ave,Dover,DE,19901,(302) 555-0103,\n"
)
EXPORT = (
    "Store code,Business name,Address line 1,Locality,Administrative area,Postal code,Primary phone,Status,"
    "Google updates\n"
    "N-1,Oak Dental,1 Oak St,Springfield,IL,62701,(217) 555-0109,Suspended,\n"
    "Z-9,Harbor Lane Boats,15 Pier Road,Astoria,OR,97103,(503) 555-0133,Published,\n"
)


@pytest.fixture
def folder(home: Path) -> Path:
    (home / "l.csv").write_text(LOCATIONS, encoding="utf-8")
    (home / "google.csv").write_text(EXPORT, encoding="utf-8")
    return home


def audited(type_: Type, *words: str) -> tuple[dict[tuple[str, str], Any], str]:
    result = type_("audit", "l.csv", "--directories", "facebook", *words, "--json")
    assert result.exit_code == 0, result.stderr
    checks = json.loads(result.stdout)["checks"]
    return {(check["location"], check["directory"]): check for check in checks}, result.stderr


@pytest.mark.parametrize("given", ["google=google.csv", "google.csv", "Google Business Profile=google.csv"])
def test_an_export_counts_as_the_listings_of_its_platform(folder: Path, type_: Type, given: str) -> None:
    checks, said = audited(type_, "--owner-export", given)
    ours, not_held = checks["N-1", "google"], checks["F-3", "google"]
    assert (ours["status"], ours["how"]) == ("listed", "owner_export")
    assert (not_held["status"], not_held["reason"]) == ("unverified", "not_checked")
    assert "google.csv line 3: Z-9 · Harbor Lane Boats" in said
    assert {checks[place, "facebook"]["reason"] for place in ("N-1", "F-3")} == {"assisted"}


def test_a_platform_that_is_not_known_ends_with_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = wrong_use(["audit", "l.csv", "--owner-export", "elsewhere=google.csv"], monkeypatch, capsys)
    assert "no directory has the id elsewhere" in said
    assert not (folder / "home").exists()


def test_a_refused_row_of_an_export_ends_with_1(folder: Path, type_: Type) -> None:
    (folder / "google.csv").write_text(EXPORT + "Q-1,,9 Elm St,,,,,,\n", encoding="utf-8")
    result = type_("audit", "l.csv", "--directories", "facebook", "--owner-export", "google=google.csv")
    assert result.exit_code == 1
    assert "google.csv line 4, column 'Business name'" in result.stderr

"""Names of report folders are safe, stable and each client's own; files are whole or not there."""

import errno
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.findings import Portfolio
from citations.reports import folder_name, write_client_report, write_table
from citations.reports.sheets import Column, Sheet
from tests.invented import DENTAL, HOSTILE, MADE_AT


@pytest.mark.parametrize(
    ("client", "clients", "name"),
    [
        ("Harbor Dental Group", (), "harbor-dental-group"),
        ("Joe's Plumbing & Heating", (), "joes-plumbing-heating"),
        ("", (), "all-locations"),
        ("../../etc", (), "etc"),
        ("Café Zoë", (), "cafe-zoe"),
    ],
)
def test_folder_names(client: str, clients: tuple[str, ...], name: str) -> None:
    assert folder_name(client, clients) == name


@pytest.mark.parametrize("client", ["海港牙科", "CON", "com1", "...", "all locations"])
def test_a_name_without_letters_or_with_a_meaning_of_its_own_gets_digits(client: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}", folder_name(client))


def test_two_clients_never_share_a_folder() -> None:
    clients = ("A & B", "A-B", "a b", "C")
    names = [folder_name(client, clients) for client in clients]
    assert len(set(names)) == 4
    assert names[-1] == "c"


@given(st.text())
def test_any_name_is_safe(client: str) -> None:
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,80})", folder_name(client))
    assert folder_name(client) == folder_name(client)


def test_a_report_is_written_below_the_folder_only(tmp_path: Path, hostile: Portfolio) -> None:
    report = write_client_report(hostile, tmp_path / "out", None, None, made_at=MADE_AT)
    assert report.html.parent.parent == tmp_path / "out"
    assert report.client == HOSTILE
    assert report.pdf is None
    names = [
        "changes.csv",
        "fixes.csv",
        "listings.csv",
        "opportunities.csv",
        "problems.csv",
        "report.html",
        "report.xlsx",
    ]
    assert sorted(path.name for path in report.html.parent.iterdir()) == names
    assert [report.workbook.name, *sorted(table.name for table in report.tables)] == ["report.xlsx", *names[:5]]
    assert report.html.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_with_a_browser_there_is_a_pdf_too(tmp_path: Path, dental: Portfolio, chromium: Path) -> None:
    report = write_client_report(dental, tmp_path, None, chromium, made_at=MADE_AT)
    assert report.pdf == tmp_path / "harbor-dental-group" / "report.pdf"
    assert report.pdf.read_bytes().startswith(b"%PDF-")
    assert all(point.holds for point in report.preflight)


def test_a_browser_that_does_not_start_costs_the_pdf_only(tmp_path: Path, dental: Portfolio) -> None:
    folder = tmp_path / "harbor-dental-group"
    folder.mkdir()
    (folder / "report.pdf").write_bytes(b"%PDF- of an earlier report")
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    report = write_client_report(dental, tmp_path, None, broken, made_at=MADE_AT)
    assert report.html.exists()
    assert report.pdf is None
    assert not (folder / "report.pdf").exists()
    assert report.trouble
    assert report.client == DENTAL


def test_a_file_that_cannot_be_finished_leaves_the_one_before(tmp_path: Path) -> None:
    """The rows end in an error, when part of the file has been written: the one of last time stays whole."""

    def rows() -> Iterator[tuple[str]]:
        yield from [("Harbor Lane Bakery",)] * 10_000
        half = sum(path.stat().st_size for path in tmp_path.glob(".listings.csv-*/*"))
        raise OSError(errno.EIO, f"{half} bytes were written")

    columns = (Column("Name"),)
    file = write_table(tmp_path, Sheet("Listings", columns, lambda: [("Harbor Dental",)]))
    before = file.read_bytes()
    with pytest.raises(OSError, match=r"[1-9]\d{4,} bytes were written"):  # as they are made: not all at the end
        write_table(tmp_path, Sheet("Listings", columns, rows))
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]

"""The workbook and the CSV files, read back: typed cells, every check in them, figures as in the report."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from citations.charts import PALETTE
from citations.directory import Directory
from citations.findings import Portfolio
from citations.reports import write_client_report
from citations.reports.sheets import Column, Sheet, csv_bytes, write_workbook
from citations.reports.sheets.sheet import Holds
from citations.words import Status
from tests.invented import MADE_AT

SHEETS = [
    "Summary", "Locations", "Listings", "Problems", "Fixes", "Changes", "Opportunities", "Duplicates, closed, moved",
    "Could not check", "Method",
]  # fmt: skip
PAGES_WIDE = {
    "Listings": 5,
    "Problems": 2,
    "Fixes": 3,
    "Changes": 2,
    "Opportunities": 3,
    "Duplicates, closed, moved": 2,
    "Could not check": 2,
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, dental: Portfolio) -> Path:
    return write_client_report(dental, tmp_path_factory.mktemp("sheets"), None, None, made_at=MADE_AT).html.parent


@pytest.fixture(scope="module")
def book(written: Path) -> Any:
    return load_workbook(written / "report.xlsx")


class MapNearby(Directory):
    """One of the invented directories, with the address at which a listing is added."""

    id = "map_nearby"
    name = "Map Nearby"
    domains = ("map-nearby.example",)
    submit_url = "https://map-nearby.example/add"


def records(page: Worksheet) -> list[dict[str, Any]]:
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_sheets_in_their_order_each_ready_to_filter_and_to_print(book: Any) -> None:
    assert book.sheetnames == SHEETS
    for page in book:
        assert page.freeze_panes == ("E2" if page.title == "Listings" else "A2")
        assert page.auto_filter.ref
        assert page.print_title_rows
        assert page.page_setup.orientation == "landscape"
        assert (page.page_setup.fitToWidth or 1) == PAGES_WIDE.get(page.title, 1)


def test_the_summary_says_what_the_report_says(book: Any, dental: Portfolio) -> None:
    said = dict(book["Summary"].iter_rows(values_only=True, min_row=2))
    assert said["Score, 0 to 100"] == pytest.approx(dental.score.points, abs=0.05)
    assert said["Locations"] == len(dental.results)
    assert said["Could not check (never counted against the client)"] == sum(r.counts[3] for r in dental.results)


def test_every_check_that_applies_is_a_row_in_both(book: Any, written: Path, dental: Portfolio) -> None:
    checks = [check for result in dental.results for check in result.checks]
    applying = Counter(check.status for check in checks if check.status is not Status.NOT_APPLICABLE)
    rows = records(book["Listings"])
    assert Counter(row["status"] for row in rows) == {PALETTE[word].label: n for word, n in applying.items()}
    assert Counter(row["status"] for row in table(written / "listings.csv")) == {str(w): n for w, n in applying.items()}


def test_a_listing_stands_beside_what_it_should_say(written: Path, dental: Portfolio) -> None:
    rows = {(row["location id"], row["directory"]): row for row in table(written / "listings.csv")}
    names = {directory.id: directory.name for directory in dental.audit.directories}
    compared = 0
    for check in (check for result in dental.results for check in result.checks if check.comparison):
        row = rows[check.location, names[check.directory]]
        for field, result in check.comparison.fields.items() if check.comparison else ():
            assert row[f"{field} verdict"] == result.verdict
            assert row[f"{field} listed"].lstrip("'") == " ".join(result.listed.split())
            compared += 1
    assert compared > 20


def test_only_what_is_listed_has_a_listing_to_open(book: Any) -> None:
    for row in records(book["Listings"]):
        assert bool(row["listing"]) == (row["status"] in ("Listed", "Listing gone"))
        assert row["looked at"]


def test_what_could_not_be_checked_has_its_reason(book: Any) -> None:
    rows = records(book["Could not check"])
    assert rows
    assert all(row["in words"] for row in rows)


def test_fixes_are_typed(book: Any) -> None:
    rows = records(book["Fixes"])
    assert rows
    assert all(isinstance(row["due"], datetime) for row in rows)
    assert all(isinstance(row["priority"], int | float) for row in rows)
    assert all(row["enter"] for row in rows)
    assert {row["state"] for row in rows} <= {look.label for look in PALETTE.values()}


def test_a_fix_says_what_to_do_where_and_how_far_it_is(tmp_path: Path, dental: Portfolio) -> None:
    sites = {"map_nearby": MapNearby()}
    place = write_client_report(dental, tmp_path, None, None, made_at=MADE_AT, directories=sites).html.parent
    rows = table(place / "fixes.csv")
    missing = [row for row in rows if (row["directory"], row["field"]) == ("Map Nearby", "listing")]
    assert missing
    for row in missing:
        assert row["task"] == "Get listed on Map Nearby"
        assert row["where"] == "https://map-nearby.example/add"
        assert row["what to do there"] == "Add the listing"
        assert row["enter"].startswith("Business name: Harbor Dental; ")
    assert {row["task"] for row in rows if row["field"] == "phone"} >= {"Correct the phone number on Example Pages"}
    assert all(row["how it stands"] for row in rows)


def test_a_duplicate_stands_beside_the_listing_that_is_kept(book: Any) -> None:
    rows = [row for row in records(book["Duplicates, closed, moved"]) if row["notice"] == "Listed more than once"]
    assert rows
    assert {row["further listing"] for row in rows} == {"https://local-finder.example/biz/2"}
    assert {row["its name"] for row in rows} == {"Harbor Dental"}
    assert all(row["listing"].startswith("https://local-finder.example/biz/dental") for row in rows)


def test_what_may_be_the_listing_is_named(book: Any) -> None:
    (row,) = [row for row in records(book["Could not check"]) if row["status"] == "Needs a second look"]
    assert row["may be it"].split(" | ")[1] == "Harbour Dentist https://map-nearby.example/2"


def test_the_summary_names_what_runs_through_many_listings(book: Any) -> None:
    rows = [row for row in records(book["Summary"]) if row["what"] == "The same wrong phone in several listings"]
    assert rows[0]["value"] == "(360) 555-0199 (5 listings of 5 locations: Example Pages)"


def test_numbers_that_are_names_stay_text(tmp_path: Path) -> None:
    cells = ("02134", "+49 30 23125 001", "=1+1", "1e5", "https://a.example/=x")
    columns = tuple(Column(f"c{place}", holds=Holds.LINK) for place in range(5))
    sheet = Sheet("Texts", columns, lambda: [cells])
    write_workbook([sheet], tmp_path / "texts.xlsx")
    (_, row) = load_workbook(tmp_path / "texts.xlsx")["Texts"].iter_rows()
    assert [(cell.value, cell.data_type) for cell in row] == [(text, "s") for text in cells]
    assert [bool(cell.hyperlink) for cell in row] == [False, False, False, False, True]
    assert b"02134,'+49 30 23125 001,'=1+1,1e5,https://a.example/=x" in csv_bytes(sheet)


def test_times_are_written_in_utc(tmp_path: Path) -> None:
    moment = datetime(2026, 5, 3, 14, 30, tzinfo=UTC)
    columns = (Column("moment", holds=Holds.MOMENT), Column("day", holds=Holds.DATE), Column("none"))
    sheet = Sheet("Times", columns, lambda: [(moment, date(2026, 5, 4), None)])
    write_workbook([sheet], tmp_path / "times.xlsx")
    (_, row) = load_workbook(tmp_path / "times.xlsx")["Times"].iter_rows(values_only=True)
    assert row[0] == moment.replace(tzinfo=None)
    assert row[1] - datetime(2026, 5, 4) == timedelta(0)
    assert b"2026-05-03 14:30+00:00,2026-05-04," in csv_bytes(sheet)


@pytest.mark.slow
def test_more_links_than_excel_takes_become_text(tmp_path: Path) -> None:
    def rows() -> Iterator[tuple[str]]:
        for number in range(65_100):
            yield (f"https://directory.example/biz/{number}",)

    write_workbook([Sheet("Links", (Column("link", holds=Holds.LINK),), rows)], tmp_path / "links.xlsx")
    page = load_workbook(tmp_path / "links.xlsx", read_only=True)["Links"]
    assert sum(1 for _ in page.iter_rows()) == 65_101


def test_more_rows_than_excel_takes_go_on_in_another_sheet(tmp_path: Path) -> None:
    sheet = Sheet("Rows", (Column("number", holds=Holds.COUNT),), lambda: [(number,) for number in range(7)])
    write_workbook([sheet], tmp_path / "rows.xlsx", most_rows=3)
    book = load_workbook(tmp_path / "rows.xlsx")
    assert book.sheetnames == ["Rows", "Rows 2", "Rows 3"]
    assert [row["number"] for page in book for row in records(page)] == list(range(7))
    write_workbook([sheet], tmp_path / "rows.xlsx", most_rows=7)
    assert load_workbook(tmp_path / "rows.xlsx").sheetnames == ["Rows"]


def test_a_link_that_excel_would_not_open_stays_text(tmp_path: Path) -> None:
    links = [
        "https://a.example/" + "x" * 1_900,
        "https://a.example/" + '"' * 900,
        "javascript:alert(1)",
        "file:///c:/a",
    ]
    sheet = Sheet("Links", (Column("link", holds=Holds.LINK),), lambda: [(link,) for link in links])
    write_workbook([sheet], tmp_path / "links.xlsx")
    cells = [cell for (cell,) in load_workbook(tmp_path / "links.xlsx")["Links"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == links
    assert [bool(cell.hyperlink) for cell in cells] == [True, False, False, False]


@pytest.mark.parametrize("sign", ["x", "ü", "🦷", "\ufffe"])
def test_no_cell_is_longer_than_excel_takes(tmp_path: Path, sign: str) -> None:
    sheet = Sheet("Long", (Column("text"),), lambda: [(sign * 100_000 + "end",)])
    write_workbook([sheet], tmp_path / "long.xlsx")
    value = load_workbook(tmp_path / "long.xlsx")["Long"]["A2"].value
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert value.endswith("…")
    assert len(value) > 15_000 or sign == "\ufffe"


def test_a_share_of_points_is_not_rounded_away(book: Any) -> None:
    for what, value in book["Method"].iter_rows(min_row=2):
        if isinstance(value.value, int | float):
            assert value.number_format == "General", what.value


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30 23125 001", "-2+3", "@SUM(1)", "＝1+1", "\t=1", "a;=1+1", 'a;"=1+1"', "a; ＋1"]
)
def test_no_cell_of_a_csv_file_begins_a_formula(text: str) -> None:
    """Not where cells end at commas, nor where a spreadsheet ends them at semicolons, whatever the quotes say."""
    written = csv_bytes(Sheet("Texts", (Column("id"), Column("text")), lambda: [("first", text)])).decode("utf-8-sig")
    line = written.splitlines()[1]
    starts = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    (cells,) = csv.reader([line])
    assert not [cell for cell in cells if cell.startswith(starts)]
    assert not [cell for cell in line.split(";") if cell.strip(' "').startswith(starts)]
    assert "".join(cells[1].replace("'", "").split()) == "".join(text.split())

"""Locations files in XLSX: read as a person sees them, refused like CSV, by the row and column of the sheet."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.locations import LocationsFile, mended, read_locations, refused_rows
from citations.locations.cell_text import cell_text
from citations.models import Address, Former, Location
from tests.locations.files import read
from tests.locations.workbooks import as_bytes, changed, read_workbook, workbook

HEADING = (
    "Store code", "Business name", "Address line 1", "Locality", "Administrative area", "Postal code", "Primary phone",
)  # fmt: skip
OAK = (7.0, "Oak Dental", "1 Oak St", "Boston", "MA", 2134, 6175550144)
LOCATION = Location(
    id="7",
    name="Oak Dental",
    address=Address("1 Oak St", city="Boston", region="MA", postcode="02134", country="US"),
    phone="6175550144",
)
KINDS: dict[str, Callable[[str], object]] = {
    "text": str,
    "number": lambda text: float(text) if "." in text or "e" in text else int(text),
    "yes or no": lambda text: text == "yes",
    "date": lambda text: datetime.strptime(text, "%Y-%m-%d %H:%M"),
    "time": time.fromisoformat,
    "duration": lambda text: timedelta(minutes=int(text)),
    "nothing": lambda text: text or None,
}

with (Path(__file__).parents[1] / "examples" / "workbook_cells.csv").open(encoding="utf-8", newline="") as file:
    CELLS = list(csv.DictReader(file))


@pytest.mark.parametrize("example", CELLS, ids=lambda example: f"{example['value']} as {example['format']}")
def test_a_cell_is_read_as_a_person_sees_it(example: dict[str, str]) -> None:
    assert cell_text(KINDS[example["kind"]](example["value"]), example["format"]) == example["text"]


def test_numbers_and_their_formats(tmp_path: Path) -> None:
    made = workbook(HEADING, OAK)
    found = read_workbook(tmp_path, made)
    assert found.locations == (LOCATION,)
    assert [str(note) for note in found.notes] == [
        "sheet 'Shops', row 2, column 'Postal code': '2134' was read as '02134':"
        " a spreadsheet had taken it for a number"
    ]
    made.active["F2"].number_format = "00000"
    found = read_workbook(tmp_path, made)
    assert (found.locations, found.notes) == ((LOCATION,), ())


def test_titles_above_the_heading_and_blank_rows_around(tmp_path: Path) -> None:
    made = workbook(["Practice"], [], ["As of", datetime(2024, 5, 31)], HEADING, [], OAK, [None] * 9, [" ", "\u200b"])
    made.active.merge_cells("A1:G1")
    made.active["B900"].number_format = "00000"
    found = read_workbook(tmp_path, made)
    assert (found.locations, found.refusals) == ((LOCATION,), ())


def test_the_first_sheet_in_sight_with_locations_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    made = workbook(["Read me"], title="Cover")
    hidden, shops, more = (made.create_sheet(name) for name in ("Old", "Shops", "More"))
    hidden.sheet_state = "hidden"
    for sheet, name in ((hidden, "Gone"), (shops, "Oak Dental"), (more, "Elm")):
        sheet.append(HEADING)
        sheet.append([OAK[0], name, *OAK[2:]])
    made["Shops"]["F2"].number_format = "00000"
    found = read_workbook(tmp_path, made)
    assert found.locations == (LOCATION,)
    (note,) = found.notes
    assert str(note).startswith("sheet 'Shops', row 1 is read, and 'More' not")


def test_refusals_name_sheet_row_and_column(tmp_path: Path) -> None:
    found = read_workbook(
        tmp_path,
        workbook(
            [],
            HEADING,
            OAK,
            [8, "Elm", "2 Elm St", "Boston", "MA", "ABC", 12],
            [],
            [9, None, "3 Fir St", "Boston", "MA", "02134"],
            [7, "Yew", "4 Yew St"],
            [datetime(2024, 3, 5), "Ash", datetime(2024, 5, 3), "Boston", "MA"],
            [10, "Bay", "#REF!", "Boston", "#N/A", "02134"],
        ),
    )
    assert [place.name for place in found.locations] == ["Oak Dental"]
    assert sorted((refusal.sheet, refusal.line, refusal.column, refusal.value) for refusal in found.refusals) == [
        ("Shops", 4, "Postal code", "ABC"),
        ("Shops", 4, "Primary phone", "12"),
        ("Shops", 6, "Business name", ""),
        ("Shops", 7, "Store code", "7"),
        ("Shops", 8, "Address line 1", "2024-05-03"),
        ("Shops", 8, "Store code", "2024-03-05"),
        ("Shops", 9, "Address line 1", "#REF!"),
    ]
    assert "location on sheet 'Shops', row 3" in next(str(refusal) for refusal in found.refusals if refusal.line == 7)
    assert str(found.refusals[0]).startswith("sheet 'Shops', row 4, column ")


def test_dates_times_and_yes_or_no_where_they_belong(tmp_path: Path) -> None:
    heading = [*HEADING, "Former phone", "Former phone until", "Hide address", "Monday hours"]
    made = workbook(heading, [*OAK, "617-555-0100", datetime(2021, 5, 1), True, "09:00-17:00"])
    (place,) = read_workbook(tmp_path, made).locations
    assert place.former == (Former("phone", "617-555-0100", "2021-05-01"),)
    assert place.hide_address
    assert place.hours == "Mo 09:00-17:00"


def test_columns_without_a_name_are_named_by_their_letter(tmp_path: Path) -> None:
    found = read_workbook(tmp_path, workbook([*HEADING, None, "Colour"], [*OAK, "call first", "red", "late"]))
    assert found.refusals == ()
    assert found.ignored_columns == ("column H", "Colour", "column J")


def test_a_formula_has_the_value_that_was_saved(tmp_path: Path) -> None:
    made = workbook(HEADING, [7, '=B9&" Dental"', *OAK[2:]], [8, "Elm", *OAK[2:]])
    content = as_bytes(made)
    found = read(tmp_path, content, "places.xlsx")
    assert [place.name for place in found.locations] == ["Elm"]
    (refusal,) = found.refusals
    assert (refusal.line, refusal.column) == (2, "Business name")
    assert "formula" in refusal.reason
    sheet, formula = "xl/worksheets/sheet1.xml", '<f>B9&amp;" Dental"</f><v></v>'
    saved = changed(content, sheet, formula, formula.replace("<v></v>", "<v>Oak Dental</v>"))
    saved = changed(saved, sheet, '<c r="B2">', '<c r="B2" t="str">')
    assert [place.name for place in read(tmp_path, saved, "places.xlsx").locations] == ["Oak Dental", "Elm"]


def test_a_formula_that_came_to_nothing_is_a_blank_cell(tmp_path: Path) -> None:
    content = as_bytes(workbook([*HEADING, "Website"], [*OAK, '=IF(B9="","","x")']))
    saved = changed(content, "xl/worksheets/sheet1.xml", '<c r="H2">', '<c r="H2" t="str">')
    found = read(tmp_path, saved, "places.xlsx")
    assert found.refusals == ()
    assert found.locations[0].website == ""


def test_refused_rows_are_mended_and_the_file_becomes_csv(tmp_path: Path) -> None:
    made = workbook(
        ["Our shops"],
        HEADING,
        [7, "Oak\nDental", *OAK[2:5], "02134", OAK[6]],
        [8, "Elm", *OAK[2:6], 12],
        [9, '=B1&"!"', *OAK[2:]],
        title="Ours",
    )
    content = as_bytes(made)
    rows = refused_rows(content, read(tmp_path, content))
    assert [(row.number, row.where) for row in rows] == [(4, "sheet 'Ours', row 4"), (5, "sheet 'Ours', row 5")]
    assert rows[0].cells["Primary phone"] == "12"
    once = mended(content, {4: {"Primary phone": "(617) 555-0145"}})
    found = read(tmp_path, once)
    assert [place.id for place in found.locations] == ["7", "8"]
    assert [refusal.column for refusal in found.refusals] == ["Business name"], "a formula stays refused"
    (row,) = refused_rows(once, found)
    again = read(tmp_path, mended(once, {row.number: {"Business name": "Fir"}}))
    assert [place.name for place in again.locations] == ["Oak Dental", "Elm", "Fir"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12) | st.sampled_from(
    ["217-555-0100", "02134", "Oak, Elm; Fir", 'a "b"', "=1+1", "#REF!", "'+1 617 555 0100", "N/A", "2024-05-03"]
)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.lists(TEXTS, min_size=7, max_size=7), max_size=4))
def test_the_same_table_says_the_same_as_csv(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("same")
    made = workbook(HEADING)
    for number, row in enumerate(rows, 2):
        for column, text in enumerate(row, 1):
            made.active.cell(number, column, text).data_type = "s"
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEADING, *rows])
    sheet, text = read_workbook(folder, made), read(folder, out.getvalue())
    assert sheet.locations == text.locations
    assert _without_places(sheet) == _without_places(text)


def _without_places(found: LocationsFile) -> list[tuple[str, str, str]]:
    """What is refused and why; where another row stands is said in the words of the format."""
    return [(one.column, one.value, re.sub(r"sheet '[^']+', row|line", "row", one.reason)) for one in found.refusals]


def test_a_workbook_of_another_program_with_texts_kept_apart(tmp_path: Path) -> None:
    """XlsxWriter shares the texts of cells and keeps the values of formulas, as Excel does."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as made:
        sheet = made.add_worksheet("Shops")
        zeros = made.add_format({"num_format": "00000"})
        sheet.write_row(0, 0, HEADING)
        sheet.write_row(1, 0, OAK)
        sheet.write_formula("B2", '=PROPER("oak dental")', None, "Oak Dental")
        sheet.write_number("F2", 2134, zeros)
    assert read(tmp_path, out.getvalue()).locations == (LOCATION,)


@pytest.mark.slow
def test_ten_thousand_rows_are_read_in_a_few_seconds(tmp_path: Path) -> None:
    rows = ([n, f"Shop {n}", f"{n} Oak St", "Boston", "MA", "02134", "617-555-0144"] for n in range(10_000))
    found = read_workbook(tmp_path, workbook(HEADING, *rows))
    assert len(found.locations) == 10_000


def test_nothing_else_than_the_name_of_the_file_differs(tmp_path: Path) -> None:
    file = tmp_path / "wrongly named.csv"
    file.write_bytes(as_bytes(workbook(HEADING, OAK)))
    assert read_locations(file).locations == (LOCATION,)

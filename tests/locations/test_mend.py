"""Refused rows are mended in place; whatever was not refused stands in the file as it stood."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.locations import LocationsFile, mended, read_locations, refused_rows

CSV = (
    "Exported by somebody;;;\r\n"
    "Store code;Business name;Address line 1;Locality;Postal code;Primary phone;Remark\r\n"
    'a1;"Harbor; Lane Bakery";12 Harbor Lane;Portland;97201;(503) 555-0111;"two\r\nlines"\r\n'
    "a2;Old Mill Dental;77 Mill Street;Portland;97205;12;keep me\r\n"
    "a3;;5 Elm Street;Portland;97205;(503) 555-0113;\r\n"
    "a4;Fern Florist;3 Fern Ave;Portland;97206;(503) 555-0114;last\r\n"
)


def read(content: bytes, folder: Path) -> LocationsFile:
    file = folder / "file"
    file.write_bytes(content)
    return read_locations(file)


def test_a_refused_row_comes_with_all_its_cells_and_reasons(tmp_path: Path) -> None:
    content = CSV.encode("cp1252")
    rows = refused_rows(content, read(content, tmp_path))
    assert [row.number for row in rows] == [5, 6]
    assert rows[0].cells["Primary phone"] == "12"
    assert rows[0].cells["Remark"] == "keep me"
    assert rows[0].reasons[0].startswith("Primary phone: ")
    assert list(rows[1].cells) == list(rows[0].cells), "the column for the name is there already"


def test_mended_rows_are_read_and_nothing_else_changes(tmp_path: Path) -> None:
    content = CSV.encode()
    new = mended(content, {5: {"Primary phone": "(503) 555-0112"}, 6: {"Business name": 'Elm "Street" Books; Ltd'}})
    again = read(new, tmp_path)
    assert again.refusals == ()
    assert [place.id for place in again.locations] == ["a1", "a2", "a3", "a4"]
    assert again.locations[2].name == 'Elm "Street" Books; Ltd'
    before, after = CSV.splitlines(keepends=True), new.decode("utf-8-sig").splitlines(keepends=True)
    assert [line for number, line in enumerate(after, 1) if number not in (5, 6)] == [
        line for number, line in enumerate(before, 1) if number not in (5, 6)
    ]
    assert after[4] == "a2;Old Mill Dental;77 Mill Street;Portland;97205;(503) 555-0112;keep me\r\n"


def test_surplus_cells_can_be_put_where_they_belong(tmp_path: Path) -> None:
    content = b"Name,Address line 1,City,Phone\nFern Florist,3 Fern Ave, Suite 2,Portland,(503) 555-0114\n"
    (row,) = refused_rows(content, read(content, tmp_path))
    assert row.cells["surplus 1"] == "(503) 555-0114"
    new = mended(
        content,
        {2: {"Address line 1": "3 Fern Ave, Suite 2", "City": "Portland", "Phone": "(503) 555-0114", "surplus 1": ""}},
    )
    assert read(new, tmp_path).locations[0].phone == "(503) 555-0114"
    assert b"surplus" not in new


def test_a_quotation_mark_left_open_is_closed(tmp_path: Path) -> None:
    content = b'Name,Phone\n"Fern Florist,(503) 555-0114\nOak Dental,(503) 555-0115\n'
    (row,) = refused_rows(content, read(content, tmp_path))
    new = mended(content, {row.number: {"Name": "Fern Florist", "Phone": "(503) 555-0114"}})
    assert [place.name for place in read(new, tmp_path).locations] == ["Fern Florist", "Oak Dental"]


def test_a_column_that_the_file_lacks_is_added(tmp_path: Path) -> None:
    content = b"Name,Client\nFern Florist,Fern\nOak Dental,Oak\n"
    rows = refused_rows(content, read(content, tmp_path))
    assert [row.cells["Address line 1"] for row in rows] == ["", ""]
    new = mended(content, {3: {"Address line 1": "1 Oak St, Springfield, IL 62701"}})
    again = read(new, tmp_path)
    assert [place.name for place in again.locations] == ["Oak Dental"]
    assert [refusal.line for refusal in again.refusals] == [2]


def test_objects_are_mended_where_the_value_is(tmp_path: Path) -> None:
    data = {
        "made": "today",
        "locations": [
            {"id": "a", "name": "Oak Dental", "address": {"street": "1 Oak St", "city": "Salem"}, "latitude": 44.9},
            {
                "id": "b",
                "name": "",
                "phone": "(503) 555-0115",
                "phones": [{"number": "12", "role": "fax"}],
                "x": [1, None],
            },
        ],
    }
    content = json.dumps(data, indent=1).encode()
    (row,) = refused_rows(content, read(content, tmp_path))
    assert row.cells["phones[0].number"] == "12"
    new = mended(content, {row.number: {"name": "Elm Books", "phones[0].number": "(503) 555-0116"}})
    assert read(new, tmp_path).refusals == ()
    expected = json.loads(json.dumps(data))
    expected["locations"][1] |= {"name": "Elm Books", "phones": [{"number": "(503) 555-0116", "role": "fax"}]}
    assert json.loads(new) == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_text_put_into_a_cell_comes_out_again(delimiter: str, text: str) -> None:
    content = delimiter.join(("Name", "Phone", "Remark")).encode() + b"\n" + delimiter.join(("Oak", "12", "")).encode()
    (row,) = refused_rows(mended(content, {2: {"Remark": text}}), _refused(2))
    assert row.cells["Remark"] == text


def _refused(line: int) -> LocationsFile:
    from citations.locations import Refusal  # noqa: PLC0415

    return LocationsFile(Path("file"), refusals=(Refusal(line, "Phone", "12", "too short"),))

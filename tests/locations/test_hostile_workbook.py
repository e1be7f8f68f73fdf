"""Workbooks that are broken, locked, bombs, or no workbooks: each is refused with what to do about it."""

import io
import random
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from citations.locations import LocationsError, workbook_file
from tests.locations.files import read
from tests.locations.test_workbook import HEADING, OAK
from tests.locations.workbooks import as_bytes, changed, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
SHEET = "xl/worksheets/sheet1.xml"


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (OLE, "old Excel workbook (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (archive(xl__workbook_bin="x"), ".xlsb"),
        (archive(content_xml="<x/>", mimetype="x"), ".ods"),
        (archive(Index__Document_iwa="x"), "Numbers"),
        (archive(places_csv="Name,Phone"), "unpack it"),
        (archive(), "unpack it"),
        (archive(xl__workbook_xml="<workbook/>"), "broken"),
        (as_bytes(workbook(["Colour"], ["red"])), "no column holds the business's name"),
        (as_bytes(workbook()), "no column holds the business's name"),
    ],
)
def test_what_is_no_workbook_with_locations(content: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(LocationsError, match="places") as caught:
        read(tmp_path, content, "places.xlsx")
    assert says in str(caught.value)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO(as_bytes(workbook(HEADING, OAK)))
    with ZipFile(out, "a", ZIP_DEFLATED) as made:
        made.writestr("xl/sharedStrings9.xml", b"<x>" + b" " * (workbook_file.MOST_BYTES + 1))
    assert len(out.getvalue()) < 200_000
    monkeypatch.setattr(ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(LocationsError, match="unpacks to more than 100 MB"):
        read(tmp_path, out.getvalue())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<worksheet", '<!DOCTYPE x [<!ENTITY a "ha">]><worksheet', "no spreadsheet program writes"),
        ("</sheetData>", "", "broken"),
        ('<row r="2"', '<row r="99999999999"', "more rows than a sheet can have"),
        ('<c r="A2"', '<c r="?"', "broken"),
        ('t="inlineStr"><is><t>Oak Dental</t></is>', 't="s"><v>99999</v>', "broken"),
    ],
)
def test_a_sheet_that_lies(old: str, new: str, says: str, tmp_path: Path) -> None:
    content = changed(as_bytes(workbook(HEADING, OAK)), SHEET, old, new)
    with pytest.raises(LocationsError, match=says):
        read(tmp_path, content)


def test_what_a_sheet_says_of_its_size_is_not_relied_upon(tmp_path: Path) -> None:
    content = as_bytes(workbook(HEADING, OAK))
    for size in ("A1", "A1:XFD1048576"):
        lying = changed(content, SHEET, 'dimension ref="A1:G2"', f'dimension ref="{size}"')
        assert len(read(tmp_path, lying).locations) == 1


@pytest.mark.parametrize("seed", range(60))
def test_damaged_bytes_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311
    content = bytearray(as_bytes(workbook(HEADING, OAK, [8, '=B2&"!"', *OAK[2:]])))
    for _ in range(dice.choice([1, 3, 30])):
        content[dice.randrange(4, len(content))] = dice.randrange(256)
    end = dice.choice([len(content), dice.randrange(5, len(content))])
    read_or_refused(tmp_path, bytes(content[:end]))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_parts_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    """The archive is sound, and what is in it is not: the damage reaches the XML."""
    dice = random.Random(seed)  # noqa: S311
    out = io.BytesIO()
    with ZipFile(io.BytesIO(as_bytes(workbook(HEADING, OAK, [8, '=B2&"!"', *OAK[2:]])))) as source:
        chosen = dice.choice(source.namelist())
        with ZipFile(out, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                text = bytearray(source.read(name))
                if name == chosen:
                    for _ in range(dice.choice([1, 2, 5])):
                        at = dice.randrange(len(text))
                        text[at : at + dice.choice([0, 1, 9])] = bytes(
                            dice.choices(b'<>"/=A1 -rtsfv', k=dice.choice([1, 3]))
                        )
                target.writestr(name, bytes(text))
    read_or_refused(tmp_path, out.getvalue())


def read_or_refused(folder: Path, content: bytes) -> None:
    try:
        found = read(folder, content)
    except LocationsError:
        return
    assert all(place.id and place.name for place in found.locations)
    assert all(refusal.reason for refusal in found.refusals)

"""Workbooks made for a test."""

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from citations.locations import LocationsFile
from tests.locations.files import read

Row = Sequence[object]


def workbook(*rows: Row, title: str = "Shops") -> Workbook:
    """A workbook with one sheet that holds these rows."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return made


def as_bytes(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read_workbook(folder: Path, made: Workbook, country: str = "US") -> LocationsFile:
    return read(folder, as_bytes(made), "places.xlsx", country)


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with another text in one of its parts."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            target.writestr(name, text)
    return out.getvalue()

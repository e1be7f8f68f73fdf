"""A sheet as CSV, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import BinaryIO

from citations.reports.sheets.sheet import Cell, Sheet, text

# A formula begins with one of these signs, full-width ones included. A spreadsheet of a country that separates cells by
# semicolons begins a new cell behind each, whatever our quotes say.
_BEFORE_A_FORMULA = re.compile('(^|;)(?=["\\s]*[=+\\-@＝＋－＠])')


def csv_bytes(sheet: Sheet) -> bytes:
    """What `write_csv` writes, for whoever wants it in memory."""
    out = io.BytesIO()
    write_csv(sheet, out)
    return out.getvalue()


def write_csv(sheet: Sheet, out: BinaryIO) -> None:
    """Write the sheet in UTF-8 with a byte order mark, by which Excel knows it; lines end with CRLF (RFC 4180).

    Rows are written as they are made. What a spreadsheet would take for a formula stands behind an apostrophe,
    "+49 30 …" included. Raises OSError.
    """
    written = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="")
    lines = csv.writer(written)
    lines.writerow(column.heading for column in sheet.columns)
    lines.writerows(_lines(sheet))
    written.detach()  # flushes; `out` stays open


def _lines(sheet: Sheet) -> Iterator[Sequence[object]]:
    for row in sheet.rows():
        yield [_cell(value) for value in row]


def _cell(value: Cell) -> object:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    return _BEFORE_A_FORMULA.sub(r"\1'", text(value))

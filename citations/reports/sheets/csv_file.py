"""A sheet as CSV, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from citations.reports.sheets.sheet import Cell, Sheet, text

# A formula begins with one of these signs, full-width ones included. A spreadsheet of a country that separates cells by
# semicolons begins a new cell behind each, whatever our quotes say.
_BEFORE_A_FORMULA = re.compile('(^|;)(?=["\\s]*[=+\\-@＝＋－＠])')


def csv_bytes(sheet: Sheet) -> bytes:
    """The sheet in UTF-8 with a byte order mark, by which Excel knows it; lines end with CRLF (RFC 4180).

    What a spreadsheet would take for a formula stands behind an apostrophe, "+49 30 …" included.
    """
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(column.heading for column in sheet.columns)
    lines.writerows(_lines(sheet))
    return out.getvalue().encode("utf-8-sig", "replace")


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

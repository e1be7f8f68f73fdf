"""What spreadsheets do to values: formulas without a value, errors, text that was taken for a date."""

import re

from citations.locations.columns import Column, table
from citations.locations.locations_file import Unfit

_TEXT_FORMULA = re.compile(r'="([^"]*)"')
_MARKED_AS_TEXT = re.compile(r"'[=+\-@]")
_DATE = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?")
# "3-5" is written so when a workbook that took it for a date is saved as CSV.
_DAY = re.compile(r"\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
# Fields that never hold a date.
_NO_DATES = frozenset(["id", "name", "address", "street", "number", "unit", "lines", "city", "region", "client"])


def undamaged(column: Column, text: str) -> str:
    """The text that a cell was meant to hold: `="02134"` and `'+1 217 555 0100` are marks of text, no part of it.

    Raises Unfit when a spreadsheet left something else than the value.
    """
    if marked := _TEXT_FORMULA.fullmatch(text):
        return marked[1]
    if _MARKED_AS_TEXT.match(text):
        return text[1:]
    if text.startswith("="):
        raise Unfit("a formula without its value; open the file in its program and save it, or enter the value itself")
    if text.lower() in table()["words"]["errors"]:
        raise Unfit("an error of a formula, not a value; mend the formula or enter the value itself")
    if column.field in _NO_DATES and (_DATE.fullmatch(text) or _DAY.fullmatch(text)):
        raise Unfit("a spreadsheet has taken this for a date; format the column as text and enter it again")
    return text

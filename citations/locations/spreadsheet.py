"""What spreadsheets do to values: formulas without a value, errors, text taken for a date; and marks against it."""

import re

from citations.locations.columns import Column, table
from citations.locations.locations_file import Unfit

_TEXT_FORMULA = re.compile(r'="([^"]*)"')
_FORMULA = re.compile(r"[=+\-@](?!\d+(\.\d+)?$)")
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
    if text.startswith("'") and _needs_mark(text):
        return text[1:]
    if text.startswith("="):
        raise Unfit("a formula without its value; open the file in its program and save it, or enter the value itself")
    if _is_error(text):
        raise Unfit("an error of a formula, not a value; mend the formula or enter the value itself")
    if column.field in _NO_DATES and _is_date(text):
        raise Unfit("a spreadsheet has taken this for a date; format the column as text and enter it again")
    return text


def marked_as_text(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for something else."""
    return f"'{text}" if _needs_mark(text) else text


def _needs_mark(text: str) -> bool:
    text = text.lstrip("'")
    return bool(_FORMULA.match(text)) or _is_error(text) or _is_date(text)


def _is_error(text: str) -> bool:
    return text.lower() in table()["words"]["errors"]


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text) or _DAY.fullmatch(text))

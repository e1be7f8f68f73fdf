"""A cell of a workbook as a person sees it: numbers without `.0` and with their zeros, dates by the calendar."""

import operator
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from math import isfinite

_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_MOST_EXACT = 1e15  # a spreadsheet keeps fifteen digits
_ZEROS = re.compile(r"[0() /.-]*00[0() /.-]*")
_DECIMALS = re.compile(r"0+\.0*")
# Colours, conditions and languages in brackets, spacing, filling, escapes and quotation marks.
_DRESS = re.compile(r'\[[^\]]*\]|_.|\*.|\\|"')


def cell_text(value: object, number_format: str = "General") -> str:
    """The text that stands in a cell with this value and format.

    A whole number is written without decimals, and in the form of a format that is made of zeros:
    2134 as `00000` is "02134", 6025550144 as `(000) 000-0000` is "(602) 555-0144".
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, date | time | timedelta):
        return _moment(value)
    return "" if value is None else str(value)


def _number(value: float, number_format: str) -> str:
    if not isfinite(value) or value != int(value) or abs(value) >= _MOST_EXACT:
        return f"{value:.15g}"
    return _zeros(int(value), number_format) if value >= 0 else str(int(value))


def _zeros(value: int, number_format: str) -> str:
    """The digits in the places of a format of zeros; as they are when it is another format or too short."""
    form, digits = _section(value, number_format), str(value)
    if not re.fullmatch(r"[0() /\-.]*00[0() /\-.]*", form) or (re.search(r"0\.0+$", form) and form.count("0") < 5):
        return digits
    missing = form.count("0") - len(digits)
    if missing < 0:
        return digits
    given = iter("0" * missing + digits)
    return "".join(next(given) if sign == "0" else sign for sign in form)


def _section(value: int, number_format: str) -> str:
    """The part of a format that holds for the value, without colours, quotation marks and spacing."""
    for section in number_format.split(";"):
        condition = _CONDITION.match(section)
        if condition is None or _HOLDS[condition[1]](value, float(condition[2])):
            return _DRESS.sub("", section).strip()
    return ""


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else value.strftime("%H:%M")

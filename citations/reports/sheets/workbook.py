"""Sheets as an Excel workbook: typed cells, filters, words in their colours, ready to print."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path
from urllib.parse import quote

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from citations.charts import PALETTE
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet, text
from citations.reports.shown import plain, web_address

MOST_ROWS = 1_048_575  # of a sheet, below its heading: all that Excel opens
MOST_LINKS = 65_000  # of a sheet; Excel opens 65,530
_LONGEST_CELL = 32_767  # characters, as Excel counts them
_LONGEST_LINK = 2_000  # characters, written with escapes; Excel opens 2,079
_PLAIN_IN_LINKS = ":/?#@!$&'()*+,;=-._~"  # needs no escape
_LONGEST_TYPED = 255  # characters; Excel shows #### for longer text in a cell of the type text
_LEGIBLE = 300  # characters beside each other that can be read on a printed page
_LONGEST_PROSE = 600  # characters that may stand on several lines; longer ones would push the next row out of sight
_NO_XML = re.compile("[\ufffe\uffff]")
_NUMBERS = {
    Holds.NUMBER: "0.0",
    Holds.COUNT: "0",
    Holds.SHARE: "0%",
    Holds.DATE: "yyyy-mm-dd",
    Holds.MOMENT: "yyyy-mm-dd hh:mm",
}


def write_workbook(sheets: Sequence[Sheet], file: Path, *, most_rows: int = MOST_ROWS) -> None:
    """Write the sheets, in their order, to `file`. Text stays text: no cell is a formula, and only web addresses link.

    Rows are written as they are made, so that memory does not grow with them. A sheet of more than `most_rows`
    goes on in a second one: "Listings 2". Raises OSError.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": False,
    }
    with Workbook(str(file), options) as book:
        looks = _Looks(book)
        for sheet in sheets:
            for number, rows in enumerate(_pieces(sheet.rows(), most_rows), 1):
                name = sheet.name if number == 1 else f"{sheet.name} {number}"
                _Page(book.add_worksheet(name), looks).write(sheet, rows)


def _pieces(rows: Iterable[Sequence[Cell]], most: int) -> Iterator[Iterable[Sequence[Cell]]]:
    """The rows in pieces, each to be read to its end before the next: the first may be empty, no other is."""
    left = iter(rows)
    yield islice(left, most)
    for first in left:
        yield chain((first,), islice(left, most - 1))


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#f1f2f4"}
        )
        self.text = book.add_format({"valign": "top", "num_format": "@"})
        self.long = book.add_format({"valign": "top"})
        self.prose = book.add_format({"valign": "top", "text_wrap": True})
        self.link = book.add_format({"valign": "top", "font_color": "#1d5c8a", "underline": 1})
        self._known: dict[str, Format] = {}

    def number(self, holds: Holds) -> Format:
        """The format of a number, a share or a time."""
        return self._made(holds, {"valign": "top", "num_format": _NUMBERS.get(holds, "General")})

    def of_text(self, column: Column, length: int) -> Format:
        """The format of a text of that length."""
        if column.holds is Holds.PROSE and length <= _LONGEST_PROSE:
            return self.prose
        return self.text if length <= _LONGEST_TYPED else self.long

    def word(self, word: str) -> Format:
        """The format of a word: the colours that it has everywhere."""
        look = PALETTE.get(word)
        if look is None:
            return self.text
        return self._made(word, {"valign": "top", "num_format": "@", "bg_color": look.fill, "font_color": look.ink})

    def _made(self, key: str, properties: dict[str, object]) -> Format:
        if key not in self._known:
            self._known[key] = self._book.add_format(properties)
        return self._known[key]


class _Page:
    """One worksheet while it is written, row by row."""

    def __init__(self, page: Worksheet, looks: _Looks) -> None:
        self._page, self._looks, self._links = page, looks, 0

    def write(self, sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> None:
        columns = sheet.columns
        self._set_up(sheet)
        for place, column in enumerate(columns):
            self._page.set_column(place, place, column.width)
            self._page.write_string(0, place, column.heading, self._looks.head)
        last = 1
        for last, row in enumerate(rows, 1):
            for place, (column, value) in enumerate(zip(columns, row, strict=True)):
                self._cell(last, place, column, value)
        self._page.autofilter(0, 0, last, len(columns) - 1)

    def _set_up(self, sheet: Sheet) -> None:
        """The heading stays in sight and on each printed page; a wide sheet is printed on several, side by side."""
        width = sum(column.width for column in sheet.columns)
        self._page.freeze_panes(1, sheet.staying)
        self._page.set_landscape()
        self._page.set_paper(9)  # A4
        self._page.fit_to_pages(math.ceil(width / _LEGIBLE), 0)
        self._page.repeat_rows(0)
        if sheet.staying:
            self._page.repeat_columns(0, sheet.staying - 1)
        self._page.set_footer("&L&A&RPage &P of &N")

    def _cell(self, row: int, place: int, column: Column, value: Cell) -> None:
        if value is None or value == "":
            return
        if isinstance(value, str):
            self._text(row, place, column, _fitting(_NO_XML.sub("", text(value))))
        elif isinstance(value, date):
            self._page.write_datetime(row, place, _without_zone(value), self._looks.number(column.holds))
        else:
            self._page.write_number(row, place, value, self._looks.number(column.holds))

    def _text(self, row: int, place: int, column: Column, value: str) -> None:
        if column.holds is Holds.LINK and self._links < MOST_LINKS and _may_link(value):
            self._links += 1
            self._page.write_url(row, place, value, self._looks.link, value)
        elif column.holds is Holds.WORD and value in PALETTE:
            self._page.write_string(row, place, PALETTE[value].label, self._looks.word(value))
        else:
            self._page.write_string(row, place, value, self._looks.of_text(column, len(value)))


def _fitting(value: str) -> str:
    """`value` as Excel takes it: it counts a sign beyond the first 65,536 of Unicode twice."""
    length = len(value) if value.isascii() else len(value) + sum(sign > "\uffff" for sign in value)
    return value if length <= _LONGEST_CELL else plain(value, _LONGEST_CELL // 2)


def _may_link(value: str) -> bool:
    """True for a web address that Excel opens, escapes included."""
    return bool(web_address(value)) and len(quote(value, safe=_PLAIN_IN_LINKS)) <= _LONGEST_LINK


def _without_zone(value: date) -> date:
    """A moment as UTC without its zone, which Excel does not know; a date as it is."""
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value

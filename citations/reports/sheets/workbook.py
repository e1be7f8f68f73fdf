"""Sheets as an Excel workbook: typed cells, filters, words in their colours, ready to print."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from citations.charts import PALETTE
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet, text
from citations.reports.shown import web_address

MOST_LINKS = 65_000  # of a sheet; Excel opens 65,530
_NO_XML = re.compile("[\ufffe\uffff]")
_NUMBERS = {Holds.NUMBER: "0.0", Holds.SHARE: "0%", Holds.DATE: "yyyy-mm-dd", Holds.MOMENT: "yyyy-mm-dd hh:mm"}


def write_workbook(sheets: Sequence[Sheet], file: Path) -> None:
    """Write the sheets, in their order, to `file`. Text stays text: no cell is a formula, and only web addresses link.

    Rows are written as they are made, so that memory does not grow with them. Raises OSError.
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
            _Page(book.add_worksheet(sheet.name), looks).write(sheet)


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#f1f2f4"}
        )
        self.text = book.add_format({"valign": "top", "num_format": "@"})
        self.link = book.add_format({"valign": "top", "font_color": "#1d5c8a", "underline": 1})
        self._known: dict[str, Format] = {}

    def number(self, holds: Holds) -> Format:
        """The format of a number, a share or a time."""
        return self._made(holds, {"valign": "top", "num_format": _NUMBERS.get(holds, "0")})

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

    def write(self, sheet: Sheet) -> None:
        page, last = self._page, max(len(sheet.columns) - 1, 0)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&L&A&RPage &P of &N")
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, column.heading, self._looks.head)
        count = 0
        for count, row in enumerate(sheet.rows(), 1):
            for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                self._cell(count, place, column, value)
        page.autofilter(0, 0, max(count, 1), last)

    def _cell(self, row: int, place: int, column: Column, value: Cell) -> None:
        if value is None or value == "":
            return
        if isinstance(value, str):
            self._text(row, place, column, _NO_XML.sub("", text(value)))
        elif isinstance(value, date):
            self._page.write_datetime(row, place, _without_zone(value), self._looks.number(column.holds))
        else:
            self._page.write_number(row, place, value, self._looks.number(column.holds))

    def _text(self, row: int, place: int, column: Column, value: str) -> None:
        url = web_address(value) if column.holds is Holds.LINK and self._links < MOST_LINKS else ""
        if url:
            self._links += 1
            self._page.write_url(row, place, url, self._looks.link, url)
        elif column.holds is Holds.WORD and value in PALETTE:
            self._page.write_string(row, place, PALETTE[value].label, self._looks.word(value))
        else:
            self._page.write_string(row, place, value, self._looks.text)


def _without_zone(value: date) -> date:
    """A moment as UTC without its zone, which Excel does not know; a date as it is."""
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value

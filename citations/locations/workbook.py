"""Rows out of a workbook: the first sheet that is in sight and is headed as such a table is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import Any

from openpyxl.utils import get_column_letter

from citations.locations.cell_text import cell_text
from citations.locations.heading import NO_LINKS, WITHIN, Heading, no_heading, read_heading
from citations.locations.locations_file import LocationsError, Note
from citations.locations.row import Row, Rows, clean
from citations.locations.table_kind import LOCATIONS, TableKind
from citations.locations.workbook_file import examined, opened
from citations.locations.workbook_links import links

MOST_ROWS = 1_048_576
"""As many as a sheet of Excel has."""
_NO_VALUE = "=…"
"""What stands for a formula that was never worked out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet that is not blank, with the number that stands beside it."""

    number: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table on a sheet: its heading, in which row it is, and what stands below.

    A column that has texts and no name over them is called by its letter. `others` are the sheets
    in sight that hold a table of locations too.
    """

    name: str
    line: int
    heading: Heading
    lines: tuple[Line, ...]
    others: tuple[str, ...] = ()


def read_workbook(content: bytes, kind: TableKind = LOCATIONS) -> Rows:
    """The rows of an XLSX file. Raises LocationsError when it is not sound or no sheet holds such a table."""
    if kind.every_sheet:
        sheets = read_sheets(content, kind)
        rows = (
            row for sheet in sheets for row in _rows_of(sheet, links(content, sheet.name) if kind.has_links else {})
        )
        ignored = dict.fromkeys(name for sheet in sheets for name in sheet.heading.ignored)
        return Rows(tuple(rows), tuple(ignored), names=sheets[0].heading.names)
    sheet = read_sheet(content, kind)
    told = f"is read, and {', '.join(map(repr, sheet.others))} not; save every further sheet as a file of its own"
    notes = (Note(sheet.line, "", "", told, sheet=sheet.name),) if sheet.others else ()
    return Rows(tuple(_rows_of(sheet)), sheet.heading.ignored, notes, sheet.heading.names)


def _rows_of(sheet: Sheet, links: Mapping[tuple[int, int], str] = NO_LINKS) -> Iterator[Row]:
    return (sheet.heading.row(line.number, line.texts, sheet=sheet.name, links=links) for line in sheet.lines)


def read_sheet(content: bytes, kind: TableKind = LOCATIONS) -> Sheet:
    """The table of the first sheet in sight that has one. Raises LocationsError like `read_workbook`."""
    return next(_sheets(content, kind))


def read_sheets(content: bytes, kind: TableKind) -> tuple[Sheet, ...]:
    """The tables of all sheets in sight that have one. Raises LocationsError like `read_workbook`."""
    return tuple(_sheets(content, kind))


def _sheets(content: bytes, kind: TableKind) -> Iterator[Sheet]:
    has_formulas = examined(content)
    tops = _tops(content)
    found = [(name, top) for name, lines in tops.items() if (top := _heading(lines, kind)) is not None]
    if not found:
        raise no_heading(next((" ".join(line.texts) for lines in tops.values() for line in lines), ""), kind)
    for name, top in found:
        every = _with_formulas(content, name) if has_formulas else _values(content, name)
        lines = tuple(line for line in every if line.number > top.number)
        heading = read_heading(_names(top.texts, lines), kind)
        yield Sheet(name, top.number, heading, lines, tuple(other for other, _ in found if other != name))


def _tops(content: bytes) -> dict[str, list[Line]]:
    """The first rows of each sheet in sight."""
    with opened(content, values=True) as workbook:
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return {sheet.title: list(islice(_lines(_rows(sheet)), WITHIN)) for sheet in shown}


def _heading(lines: Sequence[Line], kind: TableKind) -> Line | None:
    """The first row that can be the heading; one with no other cell, as a title has, only for want of a better."""
    named = [line for line in lines if read_heading(line.texts, kind).is_sound]
    return next((line for line in named if sum(map(bool, line.texts)) > 1), named[0] if named else None)


def _names(texts: Sequence[str], lines: Sequence[Line]) -> list[str]:
    """The names over the columns; a column's letter where texts stand below none."""
    used = {index for line in lines for index, text in enumerate(line.texts) if text}
    width = max([len(texts), *(index + 1 for index in used)])
    names = [*texts, *repeat("", width - len(texts))]
    return [name or (f"column {get_column_letter(n + 1)}" if n in used else "") for n, name in enumerate(names)]


def _values(content: bytes, name: str) -> list[Line]:
    with opened(content, values=True) as workbook:
        return list(_lines(_rows(workbook[name])))


def _with_formulas(content: bytes, name: str) -> list[Line]:
    """The rows of a sheet that has formulas: those that were never worked out are marked."""
    with opened(content, values=True) as values, opened(content, values=False) as formulas:
        return list(_lines(_rows(values[name]), _rows(formulas[name])))


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    """The cells of each row. What a file says of its own size is not relied upon."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.rows, 1):
        if number > MOST_ROWS:
            raise LocationsError(f"the sheet {sheet.title!r} has more rows than a sheet can have; save it anew")
        yield row


def _lines(rows: Iterator[Sequence[Any]], formulas: Iterator[Sequence[Any]] | None = None) -> Iterator[Line]:
    for number, (cells, beside) in enumerate(zip(rows, formulas or repeat(()), strict=False), 1):
        texts = [clean(cell_text(cell.value, cell.number_format or "")) for cell in cells]
        for index, (cell, formula) in enumerate(zip(cells, beside, strict=False)):
            # The value of a formula that came to an empty text is of the type "str".
            if formula.data_type == "f" and cell.value is None and cell.data_type != "str":
                texts[index] = _NO_VALUE
        if any(texts):
            yield Line(number, tuple(texts))

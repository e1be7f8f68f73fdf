"""Rows out of delimited text: CSV with whatever delimiter, quoted line breaks, lines above the header."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from citations.locations.heading import WITHIN, Heading, no_heading, read_heading
from citations.locations.locations_file import Refusal
from citations.locations.row import Row, Rows, clean
from citations.locations.table_kind import LOCATIONS, TableKind

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class _Header:
    delimiter: str
    line: int
    next_line: int
    heading: Heading

    @property
    def names(self) -> tuple[str, ...]:
        return self.heading.names


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    next_line: int
    cells: tuple[str, ...]
    fault: str = ""


def read_delimited(text: str, kind: TableKind = LOCATIONS) -> Rows:
    """The rows of delimited text. Raises LocationsError when no row can be the heading of such a table."""
    header, records, _ = layout(text, kind)
    rows = (_row(record, header) for record in records if any(map(clean, record.cells)))
    return Rows(tuple(rows), header.heading.ignored, names=header.names)


def layout(text: str, kind: TableKind = LOCATIONS) -> tuple[_Header, list[_Record], list[str]]:
    """The header, the records below it and the lines of delimited text, for writing some of them anew.

    Raises LocationsError like `read_delimited`.
    """
    lines = list(io.StringIO(text, newline=""))
    header = _find_header(lines, kind)
    return header, list(_records(lines, header.delimiter, header.next_line)), lines


def _find_header(lines: list[str], kind: TableKind) -> _Header:
    """The first row that has a column such a table needs, read with the delimiter that makes most sense of it."""
    found = [header for delimiter in DELIMITERS for header in islice(_headers(lines, delimiter, kind), 1)]
    if not found:
        raise no_heading(next((clean(line) for line in lines if clean(line)), ""), kind)
    return max(found, key=lambda header: header.heading.known)


def _headers(lines: list[str], delimiter: str, kind: TableKind) -> Iterator[_Header]:
    for record in islice(_records(lines, delimiter), WITHIN):
        heading = read_heading(record.cells, kind)
        if heading.is_sound:
            yield _Header(delimiter, record.line, record.next_line, heading)


def _records(lines: list[str], delimiter: str, start: int = 0) -> Iterator[_Record]:
    """The records from line `start` (counted from 0) on.

    Where the quotation marks of a record are out of order its first line is read by itself, so that
    a mark left open does not swallow the rows below.
    """
    while start < len(lines):
        reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
        line = start
        try:
            for cells in reader:
                yield _Record(line + 1, start + reader.line_num, tuple(cells))
                line = start + reader.line_num
        except csv.Error:
            yield _alone(lines[line], line, delimiter)
        start = line + 1


def _alone(text: str, line: int, delimiter: str) -> _Record:
    try:
        cells = tuple(next(csv.reader([text], delimiter=delimiter), ()))
    except csv.Error as error:
        return _Record(line + 1, line + 1, (text[:80],), f"this is not readable as CSV: {error}")
    fault = "a quotation mark is opened here and not closed; close it, or double it inside a value"
    return _Record(line + 1, line + 1, cells, fault if text.count('"') % 2 else "")


def _row(record: _Record, header: _Header) -> Row:
    texts = [clean(cell) for cell in record.cells]
    return header.heading.row(record.line, texts, _faults(record, header, texts))


def _faults(record: _Record, header: _Header, texts: list[str]) -> Iterator[Refusal]:
    surplus = [text for text in texts[len(header.names) :] if text]
    if record.fault:
        yield Refusal(record.line, "", texts[0][:80], record.fault)
    elif surplus:
        reason = (
            f"the row has {len(texts)} cells, the header {len(header.names)};"
            f" put quotation marks around a value that contains {header.delimiter!r}"
        )
        yield Refusal(record.line, "", surplus[0], reason)

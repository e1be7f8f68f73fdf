"""Mending a locations file: the cells of refused rows, written anew into the file; nothing else of it changes.

A workbook is mended as CSV: its table is written out, and what else is in it stays behind.
"""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from citations.locations.columns import read_column
from citations.locations.delimited import layout
from citations.locations.locations_file import LocationsFile, Refusal
from citations.locations.objects import items
from citations.locations.read import is_objects, to_text
from citations.locations.workbook import Sheet, read_sheet
from citations.locations.workbook_file import is_workbook

Changes = Mapping[int, Mapping[str, str]]
"""Number of a row, as `RefusedRow` has it -> heading of a column -> its new text."""

_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was refused: which it is, where it stands, its cells as they are in the file, and why.

    `number` is the line of a text file, the row of a sheet or the place in a JSON list.
    """

    number: int
    where: str
    cells: Mapping[str, str]
    reasons: tuple[str, ...]


def refused_rows(content: bytes, read: LocationsFile) -> tuple[RefusedRow, ...]:
    """The refused rows of a file with all their cells; a column that the file lacks stands there blank."""
    if not read.refusals:
        return ()
    refusals: dict[int, list[Refusal]] = defaultdict(list)
    for refusal in read.refusals:
        refusals[refusal.row].append(refusal)
    return tuple(
        _refused_row(number, cells, refusals[number]) for number, cells in _rows(content) if number in refusals
    )


def _refused_row(number: int, cells: Mapping[str, str], refusals: Sequence[Refusal]) -> RefusedRow:
    reasons = tuple(_reason(refusal) for refusal in refusals)
    return RefusedRow(number, refusals[0].where, {**cells, **_lacking(cells, refusals)}, reasons)


def mended(content: bytes, changes: Changes) -> bytes:
    """The file with `changes`, a workbook as CSV; a heading that it does not have becomes a new column or key."""
    if is_workbook(content):
        return _mend_sheet(read_sheet(content), changes)
    text = to_text(content)
    return _mend_objects(text, changes) if is_objects(text) else _mend_delimited(text, changes)


def _reason(refusal: Refusal) -> str:
    return f"{refusal.column}: {refusal.reason}" if refusal.column else refusal.reason


def _lacking(cells: Mapping[str, str], refusals: Iterable[Refusal]) -> dict[str, str]:
    """The columns that a refusal asks for and that no column of the file stands for, as yet without text."""
    fields = {column.field for name in cells if (column := read_column(name))}
    asked = {refusal.column: read_column(refusal.column) for refusal in refusals if refusal.column not in cells}
    new = {name: column.field for name, column in asked.items() if column}
    return {name: "" for name, field in new.items() if not fields & _ALIKE.get(field, {field})}


_ALIKE = {"street": {"street", "address", "city", "postcode"}}


def _rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row by its number, with its cells by the headings of their columns."""
    if is_workbook(content):
        sheet = read_sheet(content)
        yield from ((line.number, _by_heading(sheet.heading.names, line.texts)) for line in sheet.lines)
        return
    text = to_text(content)
    if is_objects(text):
        for number, (_, item) in enumerate(items(text), 1):
            yield number, {_label(path): _as_text(value) for path, value in _leaves(item)}
        return
    header, records, _ = layout(text)
    yield from ((record.line, _by_heading(header.names, record.cells)) for record in records)


def _by_heading(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    headings = _headings(names, len(cells))
    return dict(zip(headings, (*cells, *[""] * len(headings)), strict=False))


def _mend_sheet(sheet: Sheet, changes: Changes) -> bytes:
    """The table of a sheet as CSV, mended: every row is moved to the line that it has there."""
    lines, moved = [_line(sheet.heading.names, ",", "\r\n")], {}
    width, next_line = len(sheet.heading.names), 2
    for line in sheet.lines:
        text = _line((*line.texts, *[""] * (width - len(line.texts))), ",", "\r\n")
        moved[line.number] = next_line
        next_line += len(list(io.StringIO(text, newline="")))
        lines.append(text)
    changes = {moved[number]: cells for number, cells in changes.items() if number in moved}
    return _mend_delimited("".join(lines), changes)


def _mend_delimited(text: str, changes: Changes) -> bytes:
    header, records, lines = layout(text)
    names = _headings(header.names, len(header.names))
    new = [name for name in dict.fromkeys(name for row in changes.values() for name in row) if name not in names]
    new = [name for name in new if not name.startswith(_SURPLUS)]
    ending = "\r\n" if lines[header.line - 1].endswith("\r\n") else "\n"
    for record in reversed(records):  # from the end, so that the lines above keep their numbers
        if record.line in changes:
            headings = [*names, *new] if len(record.cells) <= len(names) else _headings(header.names, len(record.cells))
            cells = {**dict(zip(headings, record.cells, strict=False)), **changes[record.line]}
            row = [cells.get(name, "") for name in dict.fromkeys([*headings, *new])]
            row = _without_tail(row, len(names))
            lines[record.line - 1 : record.next_line] = [_line(row, header.delimiter, ending)]
    if new:
        lines[header.line - 1 : header.next_line] = [_line([*header.names, *new], header.delimiter, ending)]
    return "".join(lines).encode("utf-8-sig")


_SURPLUS = "surplus "


def _headings(names: Sequence[str], cells: int) -> list[str]:
    """A name of its own for each cell: a column's heading, numbered where it stands there twice."""
    seen: Counter[str] = Counter()
    headings = []
    for number, name in enumerate(names, 1):
        heading = name or f"column {number}"
        seen[heading] += 1
        headings.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return [*headings, *(f"{_SURPLUS}{number}" for number in range(1, cells - len(names) + 1))]


def _without_tail(row: list[str], least: int) -> list[str]:
    """The row without blank cells beyond the header's."""
    while len(row) > least and not row[-1].strip():
        row = row[:-1]
    return row


def _line(cells: Iterable[str], delimiter: str, ending: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerow(cells)
    return out.getvalue()


def _mend_objects(text: str, changes: Changes) -> bytes:
    data = json.loads(text)
    places = data["locations"] if isinstance(data, dict) else data
    paths = {_label(path): path for item in places for path, _ in _leaves(item)}
    for index in range(len(places)):
        for name, value in changes.get(index + 1, {}).items():
            if not isinstance(places[index], dict):
                places[index] = {}
            _put(places[index], paths.get(name, (name,)), value)
    return json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def _leaves(item: Any, path: _Path = ()) -> Iterator[tuple[_Path, Any]]:
    """Every value inside an object, with the way to it."""
    if isinstance(item, dict):
        for key, value in item.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(item, list):
        for index, value in enumerate(item):
            yield from _leaves(value, (*path, index))
    else:
        yield path, item


def _label(path: _Path) -> str:
    """The way to a value as refusals name it: `address.city`, `phones[0].number`."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".") or "value"


def _as_text(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value)


def _put(item: Any, path: _Path, value: str) -> None:
    """Set the value at the end of `path`, making what is not there on the way."""
    for step, following in pairwise(path):
        item = _step(item, step, [] if isinstance(following, int) else {})
    _step(item, path[-1], value, replace=True)


def _step(item: Any, step: str | int, new: Any, *, replace: bool = False) -> Any:
    if isinstance(step, int):
        while len(item) <= step:
            item.append("" if replace else type(new)())
    if replace or (isinstance(item, dict) and not isinstance(item.get(step), dict | list)):
        item[step] = new
    return item[step]

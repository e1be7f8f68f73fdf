"""Rows out of JSON: a list of objects, or an object with such a list under "locations"."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from citations.locations.columns import Column, read_columns, table, words
from citations.locations.locations_file import LocationsError, Refusal
from citations.locations.row import Cell, Row, Rows, clean

_FILLER = re.compile(r"[\s,:]*")
# Keys of an address object that mean something else as the heading of a column.
_IN_ADDRESS = {"number": "house number", "raw": "address"}
# Lists of objects: the key that says what a value is about, the key of the value, and what it is usually about.
_DATED = {"former": ("field", "value", ""), "phones": ("role", "number", "main")}
_decode = json.JSONDecoder().raw_decode


def read_objects(text: str) -> Rows:
    """The objects of JSON text as rows. Raises LocationsError when it is not JSON or no list of locations."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise LocationsError(f"broken JSON at line {error.lineno}, column {error.colno}: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise LocationsError(f"JSON that cannot be read: {error}") from error
    if not isinstance(data.get("locations") if isinstance(data, dict) else data, list):
        raise LocationsError('the JSON must be a list of locations, or {"locations": [...]}')
    try:
        items = list(_items(text))
    except (IndexError, ValueError) as error:
        raise LocationsError('"locations" stands there more than once; leave one') from error
    ignored: dict[str, None] = {}
    rows = tuple(_Object(line, number, ignored).row(item) for number, (line, item) in enumerate(items, 1))
    return Rows(rows, tuple(ignored))


def items(text: str) -> list[tuple[int, Any]]:
    """Each location of sound JSON text with the line on which it begins."""
    return list(_items(text))


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """Each element of the list with the line on which it begins; `text` is known to be sound."""
    position, line, counted = _list_start(text), 1, 0
    while text[position] != "]":
        line, counted = line + text.count("\n", counted, position), position
        item, position = _decode(text, position)
        position = _skip(text, position)
        yield line, item


def _list_start(text: str) -> int:
    position = _skip(text, 0)
    if text[position] == "[":
        return _skip(text, position + 1)
    key, position = _decode(text, _skip(text, position + 1))
    while key != "locations":
        _, position = _decode(text, _skip(text, position))
        key, position = _decode(text, _skip(text, position))
    return _skip(text, _skip(text, position) + 1)


def _skip(text: str, position: int) -> int:
    match = _FILLER.match(text, position)
    return match.end() if match else position


class _Object:
    """Reads one object into a row; keys that say nothing to us go into `ignored`."""

    def __init__(self, line: int, number: int, ignored: dict[str, None]) -> None:
        self.line, self.number, self.ignored = line, number, ignored
        self.faults: list[Refusal] = []

    def row(self, item: Any) -> Row:
        if not isinstance(item, dict):
            self.fault("", item, 'each location must be an object, such as {"name": ..., "phone": ...}')
            return Row(self.line, (), tuple(self.faults), self.number)
        return Row(self.line, tuple(self.cells(item)), tuple(self.faults), self.number)

    def cells(self, item: Mapping[str, Any], inside: str = "") -> Iterator[Cell]:
        """The cells of an object, or of the address or the hours inside it."""
        names = [_IN_ADDRESS.get(key, key) for key in item] if inside else list(item)
        for key, column in zip(item, read_columns(names), strict=True):
            if item[key] not in (None, "", [], {}):
                yield from self.value(f"{inside}{key}", words(key), column, item[key])

    def value(self, header: str, name: str, column: Column | None, value: Any) -> Iterator[Cell]:
        if name in _DATED:
            yield from self.dated(header, name, value)
        elif isinstance(value, dict) and name == "listings":
            for directory, url in value.items():
                yield from self.text(Column("listings", directory), f"{header}.{directory}", url)
        elif column is None:
            self.ignored[header] = None
        elif isinstance(value, dict) and column.field in ("address", "hours"):
            yield from self.cells(value, f"{header}.")
        else:
            yield from self.texts(column, header, value)

    def dated(self, header: str, field: str, value: Any) -> Iterator[Cell]:
        """A list of objects that each hold a value, what it is about and until when it held."""
        about, key, usual = _DATED[field]
        for index, entry in enumerate(value if isinstance(value, list) else [value]):
            here = f"{header}[{index}]"
            parts = entry if isinstance(entry, dict) else {key: entry}
            column = Column(field, str(parts.get(about) or usual), here)
            yield from self.text(column, f"{here}.{key}", parts.get(key) or "", whole=isinstance(value, list))
            yield from self.text(replace(column, until=True), f"{here}.until", parts.get("until") or "")

    def texts(self, column: Column, header: str, value: Any) -> Iterator[Cell]:
        """Several values where the field may hold several, else one."""
        if isinstance(value, list) and column.field in table()["lists"]:
            for index, entry in enumerate(value):
                yield from self.text(column, f"{header}[{index}]", entry, whole=True)
        else:
            yield from self.text(column, header, value)

    def text(self, column: Column, header: str, value: Any, *, whole: bool = False) -> Iterator[Cell]:
        """A cell when the value is text, a number or yes or no."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if not isinstance(value, str | int | float):
            self.fault(header, value, "this must be text")
        elif text := clean(str(value)):
            yield Cell(column, header, text, whole)

    def fault(self, header: str, value: Any, reason: str) -> None:
        self.faults.append(Refusal(self.line, header, clean(json.dumps(value))[:80], reason))

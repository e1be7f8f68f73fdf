"""A location out of a row: every cell read by the rule of its field, every fault collected."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from citations.locations import countries, values
from citations.locations.columns import table
from citations.locations.locations_file import Foreign, Note, Refusal, Unfit
from citations.locations.row import Cell, Row
from citations.locations.status import status
from citations.models import Former, Location, Phone
from citations.postal import Address
from citations.postal.regions import is_region
from citations.words import Kind, Lifecycle, PhoneRole

T = TypeVar("T")
_WHERE = ("address", "street", "city", "postcode")
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SEPARATORS = {"phones": r"[|;,\n]", "categories": r"[|;,\n]", "former": r"[|;]"}


class Record:
    """One row, read. `location` counts only when `refusals` is empty; its id is blank when the row has none.

    `is_left_out` is true for a location that its status keeps out of the audit; a note says why.
    """

    def __init__(self, row: Row, country: str) -> None:
        self._line = row.line
        self._cells: dict[str, list[Cell]] = defaultdict(list)
        for cell in row.cells:
            if cell.column.field == "name" or cell.value.lower() not in table()["words"]["nothing"]:
                self._cells[cell.column.field].append(cell)
        self.refusals: list[Refusal] = list(row.faults)
        self.notes: list[Note] = []
        self._is_told_foreign = False
        # A country that is not known leaves its phones and postcodes unjudged: one fault is told once.
        self._country = self._value("country", countries.country, "") if self._cells["country"] else country
        self.location = self._location()
        self.is_left_out = self._is_left_out()
        if not row.faults:
            self.refusals += self._missing()

    @property
    def seems_foreign(self) -> bool:
        """True when it says what the country that is taken for it does not have, and names neither one nor a region."""
        if self._cells["country"] or is_region(self._text("region"), self._country):
            return False
        return self._is_told_foreign or values.is_abroad(self.location.phone, self._country)

    def _location(self) -> Location:
        return Location(
            id=self._text("id"),
            name=self._text("name"),
            address=self._address(),
            phone=self._repaired("phone", partial(values.phone, country=self._country)),
            website=self._value("website", values.website, ""),
            country=self._country,
            client=self._text("client"),
            aliases=self._list("aliases"),
            former=tuple(self._former()),
            phones=tuple(self._phones()),
            hours=self._hours(),
            categories=self._list("categories"),
            kind=self._value("kind", values.kind, Kind.BUSINESS),
            hide_address=self._value("hide_address", values.flag, False),
            listings={cell.column.about: self._read(cell, values.website, "") for cell in self._cells["listings"]},
            competitors=self._list("competitors"),
            latitude=self._value("latitude", partial(values.degrees, limit=90), None),
            longitude=self._value("longitude", partial(values.degrees, limit=180), None),
            street_aliases=self._list("street_aliases"),
            lifecycle=self._lifecycle(),
        )

    def _lifecycle(self) -> Lifecycle:
        """What the column for it says, else that the location is closed for a time when its status does."""
        is_paused = any(status(cell.value).name == "temporarily_closed" for cell in self._cells["status"])
        default = Lifecycle.TEMPORARILY_CLOSED if is_paused else Lifecycle.OPEN
        return self._value("lifecycle", values.lifecycle, default)

    def _is_left_out(self) -> bool:
        """Whether the status says that it is no location to audit; whatever a status says becomes a note."""
        cells = self._cells["status"]
        found = [(cell, status(cell.value)) for cell in cells]
        self.notes += [Note(self._line, cell.header, cell.value, said.says) for cell, said in found if said.says]
        return not all(said.keep for _, said in found)

    def _missing(self) -> Iterator[Refusal]:
        if not self._cells["name"]:
            yield Refusal(self._line, "Business name", "", "the name is missing; every location needs one")
        if not any(self._cells[field] for field in (*_WHERE, "phone")):
            reason = "address and phone are both missing; give at least one of them"
            yield Refusal(self._line, "Address line 1", "", reason)

    def _read(self, cell: Cell, rule: Callable[[str], T], default: T) -> T:
        """The cell as `rule` reads it; when it is unfit, `default` and a refusal."""
        try:
            return rule(cell.value)
        except Unfit as fault:
            self._is_told_foreign = self._is_told_foreign or isinstance(fault, Foreign)
            self.refusals.append(Refusal(self._line, cell.header, cell.value, str(fault)))
            return default

    def _value(self, field: str, rule: Callable[[str], T], default: T) -> T:
        return self._read(self._cells[field][0], rule, default) if self._cells[field] else default

    def _repaired(self, field: str, rule: Callable[[str], str]) -> str:
        """Like `_value`, with a note when the rule gives back another text."""
        text = self._value(field, rule, "")
        if text and text != self._cells[field][0].value:
            cell = self._cells[field][0]
            told = f"was read as {text!r}: a spreadsheet had taken it for a number"
            self.notes.append(Note(self._line, cell.header, cell.value, told))
        return text

    def _text(self, field: str, joint: str = " ") -> str:
        lines = self._cells[field][0].value.split("\n") if self._cells[field] else []
        return joint.join(line.rstrip(", ") if joint == ", " else line for line in lines)

    def _address(self) -> Address | str:
        """Parts when the row has parts, text when it has only text (then `Location.postal` reads it)."""
        street, whole = self._text("street", ", "), self._text("address", ", ")
        city, region = self._text("city"), self._text("region")
        rule = partial(countries.postcode, country=self._country, region=region)
        postcode = self._repaired("postcode", rule)
        has_all_in_one = (
            bool(whole) and not street and (not (city or region or postcode) or bool(postcode and postcode in whole))
        )
        if has_all_in_one:
            return whole
        unit = ", ".join(filter(None, (self._text("unit", ", "), *self._list("lines"))))
        parts = (street or whole, self._text("number"), unit, city, region, postcode)
        return Address(*parts, country=self._country) if any(parts) else ""

    def _hours(self) -> str:
        by_day = {cell.column.about: " ".join(cell.value.split("\n")) for cell in self._cells["hours"]}
        if by_day.get(""):
            return by_day[""]
        closed = table()["words"]["closed"]
        said = {day: "closed" if text.lower() in closed else text for day, text in by_day.items()}
        return "; ".join(f"{day} {said[day]}" for day in _DAYS if day in said)

    def _list(self, field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for cell in self._cells[field] for text in _split(cell)))

    def _former(self) -> Iterator[Former]:
        for cell, until in self._dated("former"):
            field = self._read(replace(cell, value=cell.column.about), values.former_field, "")
            yield from (Former(field, value, until) for value in _split(cell))

    def _phones(self) -> Iterator[Phone]:
        for cell, until in self._dated("phones"):
            role = self._read(replace(cell, value=cell.column.about), values.role, PhoneRole.MAIN)
            for number in _split(cell):
                rule = partial(values.phone, country=self._country)
                yield Phone(self._read(replace(cell, value=number), rule, ""), role, until)

    def _dated(self, field: str) -> Iterator[tuple[Cell, str]]:
        """The cells of a field, each with the date until which it held."""
        dates = {cell.column.group: cell for cell in self._cells[field] if cell.column.until}
        for cell in self._cells[field]:
            if not cell.column.until:
                date = dates.get(cell.column.group)
                yield cell, self._read(date, values.until, "") if date else ""


def _split(cell: Cell) -> list[str]:
    """The values in a cell: a cell that was one value from the start, or several separated."""
    separators = _SEPARATORS.get(cell.column.field, r"[|;\n]")
    parts = [cell.value] if cell.whole else re.split(separators, cell.value)
    return [text for part in parts if (text := " ".join(part.split()))]

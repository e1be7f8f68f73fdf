"""Owners' exports: what a platform's account says of the listings that it holds, row by row, as it says it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from citations.locations import countries
from citations.locations.columns import table as locations_table
from citations.locations.columns import words
from citations.locations.locations_file import LocationsError, Note, Refusal, Unfit
from citations.locations.owner_columns import OF_OWNERS, guess, read_owner_columns, shown_field, status_word, table
from citations.locations.row import Cell, Row, Rows
from citations.locations.table_file import read_table
from citations.models import Address, Listing
from citations.words import Lifecycle

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass(frozen=True, slots=True)
class OwnedListing:
    """One row of an export: the listing as the account has it.

    `code` is the store code, `status` the platform's own word, `shown` the fields that the export has columns for.
    `is_public` is False when the account says that customers are not shown the listing. `cells` are the headings
    and values of the row as they stand.
    """

    file: str
    line: int
    taken_at: datetime
    code: str
    listing: Listing
    status: str = ""
    is_public: bool = True
    is_duplicate: bool = False
    shown: frozenset[str] = frozenset()
    cells: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        parts = (self.code, self.listing.name, str(self.listing.address or ""))
        return f"line {self.line}: {' · '.join(part for part in parts if part)}"


@dataclass(frozen=True, slots=True)
class OwnerExport:
    """An export that was read; `platform` is the id of its directory, `taken_at` when its file was written."""

    file: Path
    platform: str
    taken_at: datetime
    listings: tuple[OwnedListing, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()


def read_owner_export(file: Path, platform: str = "", *, country: str = "US") -> OwnerExport:
    """The listings in an export (CSV or XLSX) of `platform`, a directory's id; guessed from the header when blank.

    `country` holds for rows that name none. Raises LocationsError when the file as a whole cannot be used.
    """
    rows = read_table(file, OF_OWNERS)
    try:
        platform = platform or guess(rows.names)
        default = countries.country(country)
    except (LocationsError, Unfit) as error:
        raise LocationsError(f"{file}: {error}") from error
    taken_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    reading = _Reading(file.name, platform, taken_at, rows, default)
    listings = tuple(reading.listings())
    return OwnerExport(file, platform, taken_at, listings, tuple(reading.refusals), tuple(reading.notes))


class _Reading:
    """Reads the rows of one export; collects what cannot be used."""

    def __init__(self, file: str, platform: str, taken_at: datetime, rows: Rows, country: str) -> None:
        self._file, self._platform, self._taken_at, self._rows = file, platform, taken_at, rows
        self._country = country
        self._shown = frozenset(shown_field(column) for column in read_owner_columns(rows.names) if column) - {""}
        self.refusals: list[Refusal] = []
        self.notes: list[Note] = []

    def listings(self) -> Iterator[OwnedListing]:
        """A listing for each row that names a business."""
        for row in self._rows.rows:
            self.refusals += row.faults
            if row.faults:
                continue
            cells: dict[str, list[Cell]] = defaultdict(list)
            for cell in row.cells:
                cells[cell.column.field].append(cell)
            if cells["name"]:
                yield self._listing(row, cells)
            else:
                self.refusals.append(Refusal(row.line, "Business name", "", "the name is missing; a listing has one"))

    def _listing(self, row: Row, cells: Mapping[str, list[Cell]]) -> OwnedListing:
        said = self._said(row.line, cells)
        listing = Listing(
            url=self._url(cells),
            directory=self._platform,
            name=_text(cells, "name"),
            address=self._address(row.line, cells),
            phones=_list(cells, "phone") + _list(cells, "phones"),
            website=_text(cells, "website"),
            hours=_hours(cells),
            categories=_list(cells, "categories"),
            lifecycle=next((Lifecycle(word) for word in said if word in list(Lifecycle)), Lifecycle.OPEN),
            sources=_sources(row),
        )
        return OwnedListing(
            self._file,
            row.line,
            self._taken_at,
            _text(cells, "id"),
            listing,
            _text(cells, "status"),
            is_public="not_public" not in said,
            is_duplicate="duplicate" in said,
            shown=self._shown,
            cells=tuple((cell.header, cell.value) for cell in row.cells),
        )

    def _said(self, line: int, cells: Mapping[str, list[Cell]]) -> list[str]:
        """What the row says of itself: words of [status], the gravest first."""
        found = [self._flag(cell) for cell in cells["flag"]]
        for cell in cells["status"]:
            word = status_word(cell.value)
            found.append(word)
            if not word:
                told = "is a status that is not known here; the listing is taken for a public one"
                self.notes.append(Note(line, cell.header, cell.value, told))
        return sorted(filter(None, found), key=list(table()["status"]).index)

    @staticmethod
    def _flag(cell: Cell) -> str:
        says_yes = words(cell.value) in locations_table()["words"]["yes"]
        return cell.column.about if says_yes else status_word(cell.value)

    def _url(self, cells: Mapping[str, list[Cell]]) -> str:
        url, key = _text(cells, "listing_url"), _text(cells, "listing_id")
        if url:
            return url if "://" in url else f"https://{url}"
        pattern = table()["links"].get(self._platform, "")
        return pattern.format(id=key) if pattern and re.fullmatch(r"[\w.-]+", key) else ""

    def _address(self, line: int, cells: Mapping[str, list[Cell]]) -> Address | str | None:
        """Parts when the row has parts, text when it has only text."""
        whole, street = _text(cells, "address", ", "), _text(cells, "street", ", ")
        unit = ", ".join(filter(None, (_text(cells, "unit", ", "), *(cell.value for cell in cells["line"]))))
        city, region, postcode = (_text(cells, part) for part in ("city", "region", "postcode"))
        if whole and not (street or city or region or postcode):
            return whole
        parts = (street or whole, _text(cells, "number"), unit, city, region, postcode)
        return Address(*parts, self._country_of(line, cells)) if any(parts) else None

    def _country_of(self, line: int, cells: Mapping[str, list[Cell]]) -> str:
        for cell in cells["country"][:1]:
            try:
                return countries.country(cell.value)
            except Unfit:
                told = f"is no country that is known here; {self._country} was taken"
                self.notes.append(Note(line, cell.header, cell.value, told))
        return self._country


def _text(cells: Mapping[str, list[Cell]], field: str, joint: str = " ") -> str:
    return joint.join(cells[field][0].value.split("\n")) if cells[field] else ""


def _list(cells: Mapping[str, list[Cell]], field: str) -> tuple[str, ...]:
    values = (part.strip() for cell in cells[field] for part in re.split(r"[|;,\n]", cell.value))
    return tuple(dict.fromkeys(filter(None, values)))


def _hours(cells: Mapping[str, list[Cell]]) -> str:
    """The hours in one text: as they stand, or day by day."""
    by_day = {cell.column.about: " ".join(cell.value.split("\n")) for cell in cells["hours"]}
    if by_day.get(""):
        return by_day[""]
    opens = {cell.column.about: cell.value for cell in cells["opens"]}
    closes = {cell.column.about: cell.value for cell in cells["closes"]}
    by_day |= {day: f"{opens[day]}-{closes[day]}" for day in opens if day in closes}
    closed = locations_table()["words"]["closed"]
    said = {day: "closed" if text.lower() in closed else text for day, text in by_day.items()}
    return "; ".join(f"{day} {said[day]}" for day in _DAYS if day in said)


def _sources(row: Row) -> dict[str, tuple[str, str]]:
    """Field -> the texts of its cells, and who read them."""
    texts: dict[str, list[str]] = defaultdict(list)
    for cell in row.cells:
        if field := shown_field(cell.column):
            texts[field].append(cell.value)
    return {field: (", ".join(values), "owner export") for field, values in texts.items()}

"""Reading a locations file: rows out of its bytes, whatever the format, locations out of rows, an id for each."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from citations.directory import slug
from citations.locations import countries
from citations.locations.delimited import read_delimited
from citations.locations.locations_file import LocationsError, LocationsFile, Note, Refusal, Unfit
from citations.locations.objects import read_objects
from citations.locations.record import Record
from citations.locations.row import Row, Rows
from citations.locations.status import UNKNOWN
from citations.locations.workbook import read_workbook
from citations.locations.workbook_file import is_workbook
from citations.models import Location
from citations.postal import Address


def read_locations(file: Path, *, country: str = "US") -> LocationsFile:
    """The locations of a CSV, XLSX or JSON file, and the refusals of its rows that cannot be used.

    `country` (code or name) holds for rows that name none. Raises LocationsError when the file as a
    whole cannot be used.
    """
    try:
        default = countries.country(country)
        rows = _rows(file_bytes(file))
    except (LocationsError, Unfit) as error:
        raise LocationsError(f"{file}: {error}") from error
    return _Reading(rows, default).result(file)


def file_bytes(file: Path) -> bytes:
    """What is in a file. Raises LocationsError when it cannot be read or is empty."""
    try:
        content = file.read_bytes()
    except IsADirectoryError as error:
        raise LocationsError("this is a folder; name the file in it") from error
    except OSError as error:
        raise LocationsError(f"cannot be read: {error.strerror}") from error
    if not content.strip():
        raise LocationsError("the file is empty")
    return content


def to_text(content: bytes) -> str:
    """The text of a file: UTF-16 when it is marked so, else UTF-8, else what Windows in the West writes."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace").lstrip("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def is_objects(text: str) -> bool:
    """True for JSON, False for delimited text."""
    return text.lstrip()[:1] in ("[", "{")


def _rows(content: bytes) -> Rows:
    if is_workbook(content):
        return read_workbook(content)
    text = to_text(content).replace("\0", "")
    return read_objects(text) if is_objects(text) else read_delimited(text)


class _Reading:
    """Collects what the rows of one file come to."""

    def __init__(self, rows: Rows, country: str) -> None:
        self._ignored = rows.ignored_columns
        self._refusals: list[Refusal] = []
        self._notes: list[Note] = list(rows.notes)
        good = []
        seems_foreign = False
        for row in rows.rows:
            record = Record(row, country)
            if record.seems_foreign and not seems_foreign:
                seems_foreign = True
                self._notes.append(_foreign(row, country))
            if record.refusals and not record.is_left_out:
                self._refusals += [replace(refusal, item=row.item, sheet=row.sheet) for refusal in record.refusals]
                continue
            self._notes += [replace(note, item=row.item, sheet=row.sheet) for note in record.notes]
            if not record.is_left_out:
                good.append((row, record.location))
        self._locations = tuple(with_ids(self._distinct(good)))

    def result(self, file: Path) -> LocationsFile:
        refusals = tuple(sorted(self._refusals, key=lambda refusal: refusal.row))
        return LocationsFile(file, self._locations, refusals, tuple(_told_once(self._notes)), self._ignored)

    def _distinct(self, places: Iterable[tuple[Row, Location]]) -> Iterator[Location]:
        """The locations without those whose id, or whose whole record when it has no id, stood before."""
        first: dict[str, str] = {}
        for row, place in places:
            key = f"id {place.id}" if place.id else repr(place)
            if key not in first:
                first[key] = row.where
                yield place
            elif place.id:
                reason = f"the id is taken by the location on {first[key]}; give each its own"
                self._refusals.append(Refusal(row.line, "Store code", place.id, reason, row.item, row.sheet))
            else:
                reason = f"the same location stands on {first[key]}; remove one of them"
                self._refusals.append(Refusal(row.line, "Business name", place.name, reason, row.item, row.sheet))


def _foreign(row: Row, country: str) -> Note:
    """The note on the first row that seems to be of another country than the one that is taken for it."""
    text = f"says nothing, so {country} is taken for it; name another country there, or with --country CODE"
    return Note(row.line, "Country", "", text, row.item, row.sheet)


def _told_once(notes: Iterable[Note]) -> Iterator[Note]:
    """The notes, with each status that is not known only where it stands first."""
    unknown = set()
    for note in notes:
        if note.text != UNKNOWN or note.value.lower() not in unknown:
            yield note
        if note.text == UNKNOWN:
            unknown.add(note.value.lower())


def with_ids(places: Iterable[Location]) -> Iterator[Location]:
    """Every location with an id: its own, or one made of name, postcode and street that stays the same."""
    every = tuple(places)
    taken = {place.id for place in every if place.id}
    for place in every:
        if place.id:
            yield place
        else:
            made = _free(_made_id(place), taken)
            taken.add(made)
            yield replace(place, id=made)


def _made_id(place: Location) -> str:
    address = place.address
    where = f"{address.postcode} {address.number} {address.street}" if isinstance(address, Address) else address
    said = f"{place.name} {where}"
    return slug(said, place.country)[:80].strip("-") or f"location-{sha256(said.encode()).hexdigest()[:8]}"


def _free(wanted: str, taken: set[str]) -> str:
    candidate, number = wanted, 1
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate

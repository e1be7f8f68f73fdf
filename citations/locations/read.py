"""Reading a locations file: text out of bytes, rows out of text, locations out of rows, an id for each."""

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
from citations.locations.row import Rows
from citations.models import Location
from citations.postal import Address

_WORKBOOK = b"PK\x03\x04"


def read_locations(file: Path, *, country: str = "US") -> LocationsFile:
    """The locations of a CSV or JSON file, and the refusals of its rows that cannot be used.

    `country` (code or name) holds for rows that name none. Raises LocationsError when the file as a
    whole cannot be used.
    """
    try:
        default = countries.country(country)
        rows = _rows(to_text(_bytes(file)))
    except (LocationsError, Unfit) as error:
        raise LocationsError(f"{file}: {error}") from error
    return _Reading(rows, default).result(file)


def _bytes(file: Path) -> bytes:
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
    if content.startswith(_WORKBOOK):
        raise LocationsError("this is an Excel workbook; save it as CSV")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace").lstrip("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def is_objects(text: str) -> bool:
    """True for JSON, False for delimited text."""
    return text.lstrip()[:1] in ("[", "{")


def _rows(text: str) -> Rows:
    text = text.replace("\0", "")
    return read_objects(text) if is_objects(text) else read_delimited(text)


class _Reading:
    """Collects what the rows of one file come to."""

    def __init__(self, rows: Rows, country: str) -> None:
        self._ignored = rows.ignored_columns
        self._refusals: list[Refusal] = []
        self._notes: list[Note] = []
        good = []
        for row in rows.rows:
            record = Record(row, country)
            self._refusals += record.refusals
            if not record.refusals:
                good.append((row.line, record.location))
                self._notes += record.notes
        self._locations = tuple(_with_ids(self._distinct(good)))

    def result(self, file: Path) -> LocationsFile:
        refusals = tuple(sorted(self._refusals, key=lambda refusal: refusal.line))
        return LocationsFile(file, self._locations, refusals, tuple(self._notes), self._ignored)

    def _distinct(self, places: Iterable[tuple[int, Location]]) -> Iterator[Location]:
        """The locations without those whose id, or whose whole record when it has no id, stood before."""
        first: dict[str, int] = {}
        for line, place in places:
            key = f"id {place.id}" if place.id else repr(place)
            if key not in first:
                first[key] = line
                yield place
            elif place.id:
                reason = f"the id is taken by the location on line {first[key]}; give each its own"
                self._refusals.append(Refusal(line, "Store code", place.id, reason))
            else:
                reason = f"the same location stands on line {first[key]}; remove one of them"
                self._refusals.append(Refusal(line, "Business name", place.name, reason))


def _with_ids(places: Iterable[Location]) -> Iterator[Location]:
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

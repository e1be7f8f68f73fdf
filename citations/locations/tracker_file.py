"""An agency's own tracker sheet: what it notes of each location on each platform, row by row, passwords left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from citations.locations import countries
from citations.locations.columns import table as locations_table
from citations.locations.columns import words
from citations.locations.locations_file import LocationsError, Note, Refusal, Unfit
from citations.locations.passwords import login_note, without_passwords
from citations.locations.row import Cell, Row
from citations.locations.table_file import read_table
from citations.locations.tracker_columns import TRACKER, is_secret
from citations.locations.tracker_row import Clues, Event, TrackerFile, TrackerRow
from citations.locations.tracker_wide import narrow
from citations.locations.tracker_words import day_in, noted_word
from citations.locations.values import website
from citations.words import Noted

_NO_ADDRESS = "is no web address; it is kept as a note"
_NOT_KNOWN = "is a status that is not known here; it is kept as a remark"


def read_tracker(file: Path, *, country: str = "US") -> TrackerFile:
    """The rows of a tracker (CSV, or every sheet in sight of an XLSX file that is headed like one).

    `country` tells in which order dates are written. Raises LocationsError when the file as a whole cannot be used.
    """
    table = read_table(file, TRACKER)
    try:
        code = countries.country(country)
    except Unfit as error:
        raise LocationsError(f"{file}: {error}") from error
    reading = _Reading(file, code)
    rows = tuple(reading.rows(table.rows))
    secret = tuple(name for name in table.ignored_columns if is_secret(name))
    ignored = tuple(name for name in table.ignored_columns if not is_secret(name))
    return TrackerFile(file, rows, tuple(reading.refusals), tuple(reading.notes), ignored, secret)


class _Reading:
    """Reads the rows of one tracker; collects what cannot be used."""

    def __init__(self, file: Path, country: str) -> None:
        self._file, self._country = file.name, country
        self._file_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        self._unknown: set[str] = set()
        self.refusals: list[Refusal] = []
        self.notes: list[Note] = []

    def rows(self, table: tuple[Row, ...]) -> Iterator[TrackerRow]:
        """The rows that name a platform; a row that does not say whose it is belongs to that of the row above."""
        above, sheet = Clues(), ""
        for row in table:
            if row.sheet != sheet:
                above, sheet = Clues(), row.sheet
            self.refusals += [replace(fault, sheet=row.sheet) for fault in row.faults]
            clues = _clues(_cells(row))
            above = clues if row.faults else clues or above  # what is damaged may be whose it is
            if not row.faults:
                yield from filter(None, (self._row(one, _cells(one), above) for one in narrow(row)))

    def _row(self, row: Row, cells: Mapping[str, list[Cell]], clues: Clues) -> TrackerRow | None:
        url, no_url = self._url(row, cells)
        platform = _text(cells, "platform")
        if not platform and not url:
            if any(cells[field] for field in ("status", "event", "login", "note")):
                told = "neither a platform nor an address: it cannot be told which listing this is of"
                self.refusals.append(Refusal(row.line, "Platform", "", told, sheet=row.sheet))
            return None
        note = "; ".join(filter(None, (no_url, *(cell.value for cell in cells["note"]))))
        return TrackerRow(
            self._file,
            row.line,
            row.sheet,
            self._file_at,
            clues,
            platform,
            url,
            tuple(self._events(row, cells)),
            "; ".join(login_note(cell.value) for cell in cells["login"]),
            without_passwords(" ".join(note.split())),
        )

    def _url(self, row: Row, cells: Mapping[str, list[Cell]]) -> tuple[str, str]:
        """The address of the listing, and what stands in its cell in place of one.

        A cell that shows another text, or the platform's own, may lead to it.
        """
        linked = [cell.link for field in ("url", "platform") for cell in cells[field][:1] if cell.link]
        text = without_passwords(_text(cells, "url"))
        if address := _address(text):
            return address, ""
        if address := next(filter(None, map(_address, linked)), ""):
            return address, ""
        if text:
            self._tell(row, cells["url"][0], _NO_ADDRESS)
        return "", text

    def _events(self, row: Row, cells: Mapping[str, list[Cell]]) -> Iterator[Event]:
        """What happened by the columns of their own, oldest first, and then what the status says."""
        happened = [event for cell in cells["event"] if (event := self._happened(cell))]
        days = [day_in(cell.value, self._country) for cell in (*cells["status"], *cells["when"])]
        on = next(filter(None, days), None)
        now = self._now(row, cells, on)
        same = next((event for event in happened if now and event.word is now.word), None)
        if now and now.on is None:
            now = replace(now, on=_since(now, happened))
        yield from sorted((e for e in happened if e is not same), key=lambda event: event.on or date.min)
        if now:
            yield now

    def _now(self, row: Row, cells: Mapping[str, list[Cell]], on: date | None) -> Event | None:
        said = without_passwords("; ".join(" ".join(cell.value.split()) for cell in cells["status"]))
        if not said:
            return Event(Noted.REMARK, on) if on else None
        word = noted_word(said)
        if word is Noted.REMARK and said.lower() not in self._unknown:
            self._unknown.add(said.lower())
            self._tell(row, cells["status"][0], _NOT_KNOWN)
        return Event(word, on, said)

    def _happened(self, cell: Cell) -> Event | None:
        """What a column for one thing says: when, or that it did; None when it did not."""
        word, said = Noted(cell.column.about), cell.value.strip().lower()
        if day := day_in(said, self._country):
            return Event(word, day)
        if said in locations_table()["words"]["yes"] or said in ("✓", "✔", "done", word.value):
            return Event(word)
        if said in locations_table()["words"]["no"]:
            return None
        return Event(noted_word(said), None, without_passwords(cell.value))

    def _tell(self, row: Row, cell: Cell, told: str) -> None:
        self.notes.append(Note(row.line, cell.header, without_passwords(cell.value), told, sheet=row.sheet))


def _address(text: str) -> str:
    """A text as a web address with its scheme; blank when it is none."""
    try:
        found = website(without_passwords(text)) if text else ""
    except Unfit:
        return ""
    return found if "://" in found or not found else f"https://{found}"


def _since(now: Event, happened: Iterable[Event]) -> date | None:
    """The day of the column for what holds now; what is pending is so since it was submitted."""
    alike = (now.word, Noted.SUBMITTED) if now.word is Noted.PENDING else (now.word,)
    return next((event.on for word in alike for event in happened if event.word is word and event.on), None)


def _cells(row: Row) -> Mapping[str, list[Cell]]:
    """The cells of a row by field, without those that say that there is nothing; a status may say just that."""
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in row.cells:
        is_blank = cell.value.lower() in locations_table()["words"]["nothing"]
        if not is_blank or (cell.column.field == "status" and words(cell.value)):
            cells[cell.column.field].append(cell)
    return cells


def _clues(cells: Mapping[str, list[Cell]]) -> Clues:
    texts, areas = (
        tuple(" ".join(cell.value.split()) for cell in group)
        for group in ((*cells["location"], *cells["address"]), cells["area"])
    )
    return Clues(_text(cells, "client"), _text(cells, "id"), _text(cells, "phone"), texts, areas)


def _text(cells: Mapping[str, list[Cell]], field: str) -> str:
    return " ".join(cells[field][0].value.split()) if cells[field] else ""

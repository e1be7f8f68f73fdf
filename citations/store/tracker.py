"""What agencies noted in their own trackers: kept as history, each thing once, whatever sheet says it again."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Engine, RowMapping, bindparam, insert, select, update

from citations.models import TrackerNote
from citations.store.database import writing
from citations.store.records import plain
from citations.store.tables import tracker_notes as table
from citations.words import Noted

Histories = Mapping[tuple[str, str], tuple[TrackerNote, ...]]


class Placed(NamedTuple):
    """A note of a location of a client; with a blank location id it is of all the client's."""

    client: str
    location: str
    note: TrackerNote


class Tracker:
    """Keeps the notes of trackers; made by `Store.tracker`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, source: str, placed: Sequence[Placed]) -> None:
        """Add what is new to the history of the locations of `source`; what was noted before stays.

        What a sheet says that a later one says again is kept once, at its place in the later one.
        """
        rows = {row["digest"]: row for row in (_row(source, one, place) for place, one in enumerate(placed))}
        same = (table.c.source == source, table.c.digest == bindparam("same"))
        again = update(table).where(*same).values({name: bindparam(f"new_{name}") for name in _RENEWED})
        with writing(self._engine) as connection:
            query = select(table.c.digest, table.c.file_at).where(table.c.source == source)
            before = {row.digest: row.file_at for row in connection.execute(query)}
            if new := [row for key, row in rows.items() if key not in before]:
                connection.execute(insert(table), new)
            if old := [row for key, row in rows.items() if key in before and before[key] <= row["file_at"]]:
                renewed = [{f"new_{name}": row[name] for name in _RENEWED} | {"same": row["digest"]} for row in old]
                connection.execute(again, renewed)

    def histories(self, source: str, client: str | None = None) -> Histories:
        """(client, location id) -> its notes, what holds now last; a blank id stands for the client as a whole.

        The notes of an older sheet stand first; those of one sheet stand by their days.
        """
        query = select(table).where(table.c.source == source)
        if client is not None:
            query = query.where(table.c.client == client)
        found: dict[tuple[str, str], list[TrackerNote]] = {}
        with self._engine.connect() as connection:
            for row in sorted(connection.execute(query).mappings(), key=_order):
                found.setdefault((row["client"], row["location_id"]), []).append(_note(row))
        return {key: tuple(notes) for key, notes in found.items()}

    def addresses(self, source: str) -> Mapping[tuple[str, str, str], TrackerNote]:
        """(client, location id, directory id) -> the newest note with the address of a listing that may stand."""
        found = {}
        for (client, location), notes in self.histories(source).items():
            for note in notes:
                may_stand = note.word.is_there or note.word.is_waiting or note.word is Noted.REMARK
                if location and note.directory and note.url and may_stand:
                    found[client, location, note.directory] = note
        return found


_RENEWED = ("file_at", "place", "position", "directory_id")


def _row(source: str, placed: Placed, position: int) -> dict[str, Any]:
    note = placed.note
    at = note.file_at or datetime.now(UTC)
    said = {"client": placed.client, "location_id": placed.location, "platform": note.platform, "word": note.word.value}
    said |= {"said": note.said, "url": note.url, "login": note.login, "note": note.note}
    said = {name: plain(text) for name, text in said.items()}
    digest = sha256(json.dumps([*said.values(), str(note.on)]).encode()).hexdigest()
    where = {"directory_id": note.directory, "place": plain(note.place), "position": position}
    return said | where | {"source": source, "digest": digest, "noted_on": note.on, "first_at": at, "file_at": at}


def _order(row: RowMapping) -> tuple[datetime, date, int]:
    return row["file_at"], row["noted_on"] or row["first_at"].date(), row["position"]


def _note(row: RowMapping) -> TrackerNote:
    return TrackerNote(
        row["platform"],
        Noted(row["word"]),
        row["directory_id"],
        row["said"],
        row["noted_on"],
        row["url"],
        row["login"],
        row["note"],
        row["place"],
        row["first_at"],
        is_client_wide=not row["location_id"],
    )

"""What an audit covers: its directories, locations and planned checks, and what of an earlier run still counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from citations.models import Location
from citations.store import rollups, tables
from citations.store.audit_info import DirectoryInfo
from citations.store.records import plain, to_json
from citations.store.tables import checks

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """The locations, the directories and the (location id, directory id) pairs of an audit."""

    locations: Sequence[Location]
    directories: Sequence[DirectoryInfo]
    pairs: frozenset[Pair]


def covers(connection: Connection, audit: int, plan: Plan) -> bool:
    """True when every check that the audit already made is planned: taking it up loses none."""
    made = connection.execute(select(checks.c.location_id, checks.c.directory_id).where(checks.c.audit_id == audit))
    return all((location, directory) in plan.pairs for location, directory in made)


def write(connection: Connection, audit: int, plan: Plan, oldest: datetime | None = None) -> None:
    """Make `plan`, which covers what the audit has already, what it covers from now on.

    Checks that have to be made again are dropped: of a location whose record has changed, in a
    directory whose tier has, and those older than `oldest`.
    """
    rollups.lock_all(connection, audit)
    places = [_location_row(audit, position, place) for position, place in enumerate(plan.locations)]
    directories = [_directory_row(audit, position, info) for position, info in enumerate(plan.directories)]
    _drop(connection, audit, list(_stale(connection, audit, plan, places, oldest)))
    _replace(connection, tables.locations, audit, places)
    _replace(connection, tables.audit_directories, audit, directories)
    planned = Counter(location for location, _ in plan.pairs)
    _replace(connection, tables.rollups, audit, rollups.rows(connection, audit, plan.locations, planned))


def _stale(
    connection: Connection, audit: int, plan: Plan, places: list[dict[str, Any]], oldest: datetime | None
) -> Iterator[Pair]:
    prints = {row["location_id"]: row["fingerprint"] for row in places}
    tiers = {info.id: info.tier for info in plan.directories}
    known_prints = _column(connection, audit, tables.locations, "location_id", "fingerprint")
    known_tiers = _column(connection, audit, tables.audit_directories, "directory_id", "tier")
    query = select(checks.c.location_id, checks.c.directory_id, checks.c.checked_at)
    for location, directory, checked_at in connection.execute(query.where(checks.c.audit_id == audit)):
        is_same = prints.get(location) == known_prints[location] and tiers.get(directory) == known_tiers[directory]
        is_young = oldest is None or checked_at >= oldest
        if not (is_same and is_young):
            yield location, directory


def _drop(connection: Connection, audit: int, pairs: list[Pair]) -> None:
    if pairs:
        this = (checks.c.location_id == bindparam("location"), checks.c.directory_id == bindparam("directory"))
        rows = [{"location": location, "directory": directory} for location, directory in pairs]
        connection.execute(delete(checks).where(checks.c.audit_id == audit, *this), rows)


def _replace(connection: Connection, table: Table, audit: int, rows: list[dict[str, Any]]) -> None:
    """The audit's rows of `table`, anew. Foreign keys are deferred, so checks that stay do not mind."""
    connection.execute(delete(table).where(table.c.audit_id == audit))
    if rows:
        connection.execute(insert(table), rows)


def _location_row(audit: int, position: int, place: Location) -> dict[str, Any]:
    record = to_json(place)
    return {
        "audit_id": audit,
        "location_id": place.id,
        "position": position,
        "client": place.client,
        "name": plain(place.name),
        "fingerprint": sha256(record.encode()).hexdigest(),
        "record": record,
    }


def _directory_row(audit: int, position: int, info: DirectoryInfo) -> dict[str, Any]:
    return {"audit_id": audit, "directory_id": info.id, "position": position, "name": info.name, "tier": info.tier}


def _column(connection: Connection, audit: int, table: Table, key: str, value: str) -> dict[str, Any]:
    pairs = connection.execute(select(table.c[key], table.c[value]).where(table.c.audit_id == audit))
    return {row[0]: row[1] for row in pairs}

"""Fixes as rows of their table, and the checks that they do not know of yet."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, exists, insert, select, tuple_, update

from citations.store.audit_info import DirectoryInfo
from citations.store.kept_fix import DECIDED, KeptFix, Unsettled
from citations.store.records import check_from_json, location_from_json, plain
from citations.store.tables import audit_directories, audits, checks, fixes, locations

_ORDER = [field.name for field in fields(KeptFix)]
_SEEN = [name for name in _ORDER if name != "id" and name not in DECIDED]
_AT_ONCE = 400  # values in one query; databases limit them
_PLACES_AT_ONCE = 250


def kept(connection: Connection, clients: Collection[str]) -> list[KeptFix]:
    """The fixes of these clients."""
    return _read(connection, _select().where(fixes.c.client.in_(clients)))


def of_ids(connection: Connection, ids: Sequence[str]) -> list[KeptFix]:
    """The fixes with these ids."""
    parts = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    return [fix for part in parts for fix in _read(connection, _select().where(fixes.c.id.in_(part)))]


def is_waiting(connection: Connection) -> bool:
    """True when there is a check that the fixes do not know of."""
    return bool(connection.execute(select(exists().where(checks.c.settled == 0))).scalar())


def waiting(connection: Connection, most: int) -> list[Unsettled]:
    """The oldest checks that the fixes do not know of."""
    client = case((locations.c.client != "", locations.c.client), else_=audits.c.source)
    query = (
        select(
            checks.c.audit_id,
            client.label("client"),
            locations.c.record.label("location"),
            audit_directories.c.directory_id,
            audit_directories.c.name,
            audit_directories.c.tier,
            checks.c.checked_at,
            checks.c.record.label("check"),
        )
        .join_from(checks, locations)
        .join_from(checks, audit_directories)
        .join_from(locations, audits)
        .where(checks.c.settled == 0)
        .order_by(checks.c.audit_id, checks.c.checked_at)
        .limit(most)
    )
    return [
        Unsettled(
            row.audit_id,
            row.client,
            location_from_json(row.location),
            DirectoryInfo(row.directory_id, row.name, row.tier),
            replace(check_from_json(row.check), checked_at=row.checked_at),
        )
        for row in connection.execute(query)
    ]


def of_places(connection: Connection, waiting: Iterable[Unsettled]) -> list[KeptFix]:
    """The fixes of the listings that these checks are of."""
    places = sorted({one.place for one in waiting})
    found: list[KeptFix] = []
    for start in range(0, len(places), _PLACES_AT_ONCE):
        here = tuple_(fixes.c.client, fixes.c.location_id, fixes.c.directory_id)
        part = here.in_(places[start : start + _PLACES_AT_ONCE])
        found += _read(connection, _select().where(part))
    return found


def write(connection: Connection, changed: Sequence[KeptFix]) -> None:
    """Keep what the audits saw of these fixes; what people decided of those that are there stays theirs."""
    ids, known = [fix.id for fix in changed], set[str]()
    for start in range(0, len(ids), _AT_ONCE):
        known.update(
            connection.execute(select(fixes.c.id).where(fixes.c.id.in_(ids[start : start + _AT_ONCE]))).scalars()
        )
    new = [_row(fix) for fix in changed if fix.id not in known]
    old = [{f"new_{name}": value for name, value in _row(fix).items()} for fix in changed if fix.id in known]
    if new:
        connection.execute(insert(fixes), new)
    if old:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _SEEN}
        connection.execute(update(fixes).where(fixes.c.id == bindparam("new_id")).values(values), old)


def mark(connection: Connection, settled: Sequence[Unsettled]) -> None:
    """Remember that the fixes know of these checks; one that was replaced meanwhile is not among them."""
    this = (
        checks.c.audit_id == bindparam("audit"),
        checks.c.location_id == bindparam("location"),
        checks.c.directory_id == bindparam("directory"),
        checks.c.checked_at == bindparam("at"),
    )
    rows = [
        {"audit": one.audit_id, "location": one.location.id, "directory": one.directory.id, "at": one.check.checked_at}
        for one in settled
    ]
    connection.execute(update(checks).where(*this).values(settled=1), rows)


def decide(connection: Connection, ids: Sequence[str], **decided: Any) -> None:
    """Keep what a person decided about these fixes. Raises ValueError for a column that is not a person's.

    What is accepted is accepted at the address where it stands.
    """
    unknown = set(decided) - DECIDED | set(decided) & {"accepted_url"}
    if unknown:
        raise ValueError(f"nobody decides {', '.join(sorted(unknown))}")
    if "accepted_at" in decided:
        decided["accepted_url"] = fixes.c.url if decided["accepted_at"] else ""
    for start in range(0, len(ids), _AT_ONCE):
        connection.execute(update(fixes).where(fixes.c.id.in_(ids[start : start + _AT_ONCE])).values(**decided))


def _select() -> Select[Any]:
    return select(*(fixes.c[name] for name in _ORDER))


def _read(connection: Connection, query: Select[Any]) -> list[KeptFix]:
    return [KeptFix(*row) for row in connection.execute(query)]


def _row(fix: KeptFix) -> dict[str, Any]:
    return {name: plain(value) if isinstance(value, str) else value for name, value in asdict(fix).items()}

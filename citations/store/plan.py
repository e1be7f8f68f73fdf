"""What an audit covers: its directories, locations and planned checks, and what of an earlier run still counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, insert, literal, select, update

from citations.models import Location
from citations.store import checks as check_rows
from citations.store import rollups, sum_tables, tables, totals
from citations.store.audit_info import DirectoryInfo
from citations.store.left_alone import left_alone
from citations.store.records import plain, to_json
from citations.store.tables import audits, checks
from citations.words import Reason, Status

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """The locations, the directories and the (location id, directory id) pairs of an audit."""

    locations: Sequence[Location]
    directories: Sequence[DirectoryInfo]
    pairs: frozenset[Pair]


def to_go_on_with(connection: Connection, source: str, now: datetime) -> int | None:
    """The newest audit of `source` when it was not finished, or when a budget of yesterday left some of its checks."""
    of_source = select(audits).where(audits.c.source == source).order_by(audits.c.id.desc()).limit(1)
    newest = connection.execute(of_source).first()
    if newest is None or (newest.finished_at and not _was_left_yesterday(connection, newest.id, now)):
        return None
    return int(newest.id)


def _was_left_yesterday(connection: Connection, audit: int, now: datetime) -> bool:
    """Whether the day's budget (by UTC) was used up then, and not today again."""
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    last = connection.execute(check_rows.left_by_a_budget(audit)).scalar()
    return last is not None and today - timedelta(days=1) <= last < today


def covers(connection: Connection, audit: int, plan: Plan) -> bool:
    """True when every check that the audit already made is planned: taking it up loses none."""
    made = connection.execute(select(checks.c.location_id, checks.c.directory_id).where(checks.c.audit_id == audit))
    return all((location, directory) in plan.pairs for location, directory in made)


def write(
    connection: Connection, audit: int, plan: Plan, oldest: datetime | None = None, since: datetime | None = None
) -> None:
    """Make `plan`, which covers what the audit has already, what it covers from now on.

    Checks that have to be made again are dropped: of a location whose record has changed, in a
    directory whose tier has, those older than `oldest`, and those that a budget for the day or a circuit breaker left.
    What earlier audits of the same source saw after `since` is taken over, so that it is not looked at again.
    """
    rollups.lock_all(connection, audit)
    connection.execute(update(audits).where(audits.c.id == audit).values(finished_at=None))
    places = [_location_row(audit, position, place) for position, place in enumerate(plan.locations)]
    directories = [_directory_row(audit, position, info) for position, info in enumerate(plan.directories)]
    _drop(connection, audit, list(_stale(connection, audit, plan, places, oldest)))
    _replace(connection, tables.locations, audit, places)
    _replace(connection, tables.audit_directories, audit, directories)
    if since is not None:
        _take_over(connection, audit, since)
    planned = Counter(location for location, _ in plan.pairs)
    _replace(connection, sum_tables.rollups, audit, rollups.rows(connection, audit, plan.locations, planned))
    totals.write(connection, audit)


def _stale(
    connection: Connection, audit: int, plan: Plan, places: list[dict[str, Any]], oldest: datetime | None
) -> Iterator[Pair]:
    prints = {row["location_id"]: row["fingerprint"] for row in places}
    tiers = {info.id: info.tier for info in plan.directories}
    known_prints = _column(connection, audit, tables.locations, "location_id", "fingerprint")
    known_tiers = _column(connection, audit, tables.audit_directories, "directory_id", "tier")
    broken = {one.directory.id for one in left_alone(connection, audit) if one.reason is Reason.LAYOUT_CHANGED}
    query = select(checks.c.location_id, checks.c.directory_id, checks.c.checked_at, checks.c.reason)
    for location, directory, checked_at, reason in connection.execute(query.where(checks.c.audit_id == audit)):
        is_same = prints.get(location) == known_prints[location] and tiers.get(directory) == known_tiers[directory]
        is_young = oldest is None or checked_at >= oldest
        was_left = reason == Reason.QUOTA or (reason == Reason.LAYOUT_CHANGED and directory in broken)
        if was_left or not (is_same and is_young):
            yield location, directory


def _take_over(connection: Connection, audit: int, since: datetime) -> None:
    """Copy the newest look after `since` that came to an answer, of each pair whose record and tier are the same.

    The copies are settled: nothing is to be learnt from them a second time.
    """
    was, now = tables.locations.alias("was"), tables.locations.alias("now")
    tier_was, tier_now = tables.audit_directories.alias("tier_was"), tables.audit_directories.alias("tier_now")
    made = checks.alias("made")
    source = select(audits.c.source).where(audits.c.id == audit).scalar_subquery()
    pair = (checks.c.location_id, checks.c.directory_id)
    newest = func.row_number().over(partition_by=pair, order_by=checks.c.audit_id.desc()).label("turn")
    copied = [column for column in checks.c if column.name not in ("audit_id", "settled")]
    is_made = and_(made.c.audit_id == audit, made.c.location_id == pair[0], made.c.directory_id == pair[1])
    looks = (
        select(*copied, newest)
        .join(audits, and_(audits.c.id == checks.c.audit_id, audits.c.source == source, audits.c.id < audit))
        .join(was, and_(was.c.audit_id == checks.c.audit_id, was.c.location_id == pair[0]))
        .join(now, and_(now.c.audit_id == audit, now.c.location_id == pair[0], now.c.fingerprint == was.c.fingerprint))
        .join(tier_was, and_(tier_was.c.audit_id == checks.c.audit_id, tier_was.c.directory_id == pair[1]))
        .join(tier_now, and_(tier_now.c.audit_id == audit, tier_now.c.directory_id == pair[1]))
        .where(tier_now.c.tier == tier_was.c.tier, checks.c.checked_at >= since)
        .where(checks.c.status != Status.UNVERIFIED.value, ~select(made.c.audit_id).where(is_made).exists())
        .subquery()
    )
    rows = select(literal(audit), literal(1), *(looks.c[column.name] for column in copied)).where(looks.c.turn == 1)
    connection.execute(insert(checks).from_select(["audit_id", "settled", *(c.name for c in copied)], rows))


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

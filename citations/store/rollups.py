"""Rollups: each location's checks in sums, kept in the same transaction as the checks.

A rollup is summed anew from the few checks of its location, never added to, so that it cannot
drift from them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)

from citations.models import Location
from citations.store.records import plain
from citations.store.sum_tables import rollups
from citations.store.tables import TALLY, checks, locations
from citations.store.tally import Rollup, Tally
from citations.words import Status


def rows(
    connection: Connection, audit: int, places: Sequence[Location], planned: Mapping[str, int]
) -> list[dict[str, Any]]:
    """What the rollups of an audit should hold: a row for each location, summed from the checks there are."""
    of_audit = select(checks.c.location_id, *_sums()).where(checks.c.audit_id == audit).group_by(checks.c.location_id)
    sums = {row["location_id"]: dict(row) for row in connection.execute(of_audit).mappings()}
    empty = dict.fromkeys(("done", *TALLY, *(status.value for status in Status)), 0)
    return [
        _belongs(place)
        | {"audit_id": audit, "location_id": place.id, "position": position, "planned": planned.get(place.id, 0)}
        | _placed(sums.get(place.id, empty))
        for position, place in enumerate(places)
    ]


def lock(connection: Connection, audit: int, location: str) -> RowMapping | None:
    """The rollup, after waiting for whoever else is changing this location's checks; None when there is none.

    They wait on PostgreSQL; SQLite has one writer anyway.
    """
    row = select(rollups).where(*_row(audit, location))
    while True:
        if found := connection.execute(row.with_for_update()).mappings().first():
            return found
        if connection.execute(row).first() is None:
            return None
        # else the plan was written anew while we waited: its row is another now


def lock_all(connection: Connection, audit: int) -> None:
    """Wait for whoever else is changing checks of this audit, and keep them waiting."""
    connection.execute(select(rollups.c.done).where(rollups.c.audit_id == audit).with_for_update()).all()


def add_up(connection: Connection, audit: int, location: str) -> Mapping[str, Any]:
    """Sum the location's checks into its rollup, and say what they come to."""
    one = {"audit": audit, "location": location}
    sums = _placed(connection.execute(_sums_of_one(), one).mappings().one())
    connection.execute(update(rollups).where(*_row(audit, location)).values(**sums))
    return sums


def read(connection: Connection, audit: int, client: str | None) -> list[Rollup]:
    """The rollups in the order of the locations; `client` None means all."""
    query = _of(audit, client).order_by(rollups.c.position)
    return [_rollup(row) for row in connection.execute(query).mappings()]


def worst(
    connection: Connection, audit: int, client: str | None, most: int, skip: int, *, with_problem: bool
) -> list[Rollup]:
    """A page of them, the lowest score first and those without one last; `with_problem` only those that have one."""
    order = (rollups.c.turn, rollups.c.position)
    chosen = select(rollups).where(*_whose(audit, client)).order_by(*order).limit(most).offset(skip)
    page = (chosen.where(_has_problem()) if with_problem else chosen).subquery()  # first the page, then its names
    its_own = and_(locations.c.audit_id == page.c.audit_id, locations.c.location_id == page.c.location_id)
    query = select(page, locations.c.name).join(locations, its_own).order_by(page.c.turn, page.c.position)
    return [_rollup(row) for row in connection.execute(query).mappings()]


def count_problems(connection: Connection, audit: int, client: str | None) -> int:
    """How many locations have a wrong detail or a missing listing."""
    query = select(func.count()).where(*_whose(audit, client), _has_problem())
    return int(connection.execute(query).scalar_one())


def standings(connection: Connection, audit: int) -> Mapping[int, int]:
    """How many graded locations have so many points, rounded as they are printed."""
    query = select(rollups.c.standing, func.count()).where(rollups.c.audit_id == audit, rollups.c.standing.is_not(None))
    return {row[0]: row[1] for row in connection.execute(query.group_by(rollups.c.standing))}


def tally(row: Mapping[Any, Any]) -> Tally:
    """The sums of a row of rollups or of totals."""
    return Tally(*(row[name] for name in TALLY))


def statuses(row: Mapping[Any, Any]) -> Mapping[Status, int]:
    """How many checks came to each status, by such a row."""
    return {status: row[status.value] for status in Status}


def _of(audit: int, client: str | None) -> Select[Any]:
    return select(rollups, locations.c.name).join(locations).where(*_whose(audit, client))


def _whose(audit: int, client: str | None) -> tuple[ColumnElement[bool], ...]:
    of_audit = rollups.c.audit_id == audit
    return (of_audit,) if client is None else (of_audit, rollups.c.client == client)


def _has_problem() -> ColumnElement[bool]:
    return or_(rollups.c.wrong_fields > 0, rollups.c.not_listed > 0, rollups.c.vanished > 0)


def _belongs(place: Location) -> dict[str, str]:
    """A brand are the locations of one client that have one name, however it is spaced and capitalised."""
    return {"client": place.client, "brand": " ".join(plain(place.name).casefold().split())}


def _placed(sums: Mapping[Any, Any]) -> dict[str, Any]:
    """The sums with what follows from them."""
    of = tally(sums)
    return {**sums, "turn": of.turn, "standing": of.standing}


def _row(audit: int, location: str) -> tuple[ColumnElement[bool], ...]:
    return rollups.c.audit_id == audit, rollups.c.location_id == location


@cache
def _sums_of_one() -> Select[Any]:
    """Asked at every check: to put so many sums together takes longer than to ask for them."""
    its_own = (checks.c.audit_id == bindparam("audit"), checks.c.location_id == bindparam("location"))
    return select(*_sums()).where(*its_own)


def _sums() -> Iterable[ColumnElement[Any]]:
    yield func.count().label("done")
    for name in TALLY:
        yield func.coalesce(func.sum(checks.c[name]), 0).label(name)
    for status in Status:
        yield func.coalesce(func.sum(case((checks.c.status == status.value, 1), else_=0)), 0).label(status.value)


def _rollup(row: Mapping[Any, Any]) -> Rollup:
    return Rollup(
        location=row["location_id"],
        client=row["client"],
        name=row["name"],
        planned=row["planned"],
        done=row["done"],
        tally=tally(row),
        statuses=statuses(row),
    )

"""Rollups: each location's checks in sums, kept in the same transaction as the checks.

A rollup is summed anew from the few checks of its location, never added to, so that it cannot
drift from them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, update

from citations.models import Location
from citations.store.tables import TALLY, checks, locations, rollups
from citations.store.tally import Rollup, Tally
from citations.words import Status


def rows(
    connection: Connection, audit: int, places: Sequence[Location], planned: Mapping[str, int]
) -> list[dict[str, Any]]:
    """What the rollups of an audit should hold: a row for each location, summed from the checks there are."""
    of_audit = select(checks.c.location_id, *_sums()).where(checks.c.audit_id == audit).group_by(checks.c.location_id)
    sums = {row["location_id"]: dict(row) for row in connection.execute(of_audit).mappings()}
    empty = dict.fromkeys(("done", *TALLY, *(status.value for status in Status)), 0)
    keys = ({"audit_id": audit, "location_id": place.id, "planned": planned.get(place.id, 0)} for place in places)
    return [key | sums.get(key["location_id"], empty) for key in keys]


def lock(connection: Connection, audit: int, location: str) -> None:
    """Wait for whoever else is changing this location's checks (PostgreSQL; SQLite has one writer anyway)."""
    row = select(rollups.c.done).where(*_row(audit, location)).with_for_update()
    if connection.execute(row).first() is None:
        connection.execute(row)  # the plan was written anew while we waited: its row is another now


def lock_all(connection: Connection, audit: int) -> None:
    """Wait for whoever else is changing checks of this audit, and keep them waiting."""
    connection.execute(select(rollups.c.done).where(rollups.c.audit_id == audit).with_for_update()).all()


def add_up(connection: Connection, audit: int, location: str) -> None:
    """Sum the location's checks into its rollup."""
    of_location = (checks.c.audit_id == audit, checks.c.location_id == location)
    sums = connection.execute(select(*_sums()).where(*of_location)).mappings().one()
    connection.execute(update(rollups).where(*_row(audit, location)).values(**sums))


def read(connection: Connection, audit: int, client: str | None) -> list[Rollup]:
    """The rollups in the order of the locations; `client` None means all."""
    query: Select[*tuple[Any, ...]] = (
        select(rollups, locations.c.client, locations.c.name)
        .join(locations)
        .where(rollups.c.audit_id == audit)
        .order_by(locations.c.position)
    )
    if client is not None:
        query = query.where(locations.c.client == client)
    return [_rollup(row) for row in connection.execute(query).mappings()]


def _row(audit: int, location: str) -> tuple[ColumnElement[bool], ...]:
    return rollups.c.audit_id == audit, rollups.c.location_id == location


def _sums() -> Iterable[ColumnElement[Any]]:
    yield func.count().label("done")
    for name in TALLY:
        yield func.coalesce(func.sum(checks.c[name]), 0).label(name)
    for status in Status:
        yield func.coalesce(func.sum(case((checks.c.status == status.value, 1), else_=0)), 0).label(status.value)


def _rollup(values: Mapping[Any, Any]) -> Rollup:
    return Rollup(
        location=values["location_id"],
        client=values["client"],
        name=values["name"],
        planned=values["planned"],
        done=values["done"],
        tally=Tally(*(values[name] for name in TALLY)),
        statuses={status: values[status.value] for status in Status},
    )

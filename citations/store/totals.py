"""Totals: the rollups of each client and of each brand in sums, kept in the same transaction as the checks.

A check adds to two totals what it changed in its rollup, and holds them only until it is on disk; whoever writes a
plan anew or deletes locations sums up anew. So the overview reads a row for each client, however many checks there are.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, case, delete, func, insert, literal, select
from sqlalchemy import update as change

from citations.store.history_tables import trends
from citations.store.rollups import statuses, tally
from citations.store.spell import Trend
from citations.store.sum_tables import TREND, rollups, totals
from citations.store.tables import TALLY, audits, locations
from citations.store.tally import Total
from citations.words import ScoreOf, Status

_COUNTED = ("done", *TALLY, *(status.value for status in Status))
_SUMS = ("planned", *_COUNTED)
_TREND = tuple(f"trend_{name}" for name in TREND)
_ITS_TREND = and_(  # where rollups and audits are joined
    trends.c.audit_id == rollups.c.audit_id,
    trends.c.location_id == rollups.c.location_id,
    trends.c.client == case((rollups.c.client != "", rollups.c.client), else_=audits.c.source),
)
# What is kept, and what it goes by.
_KEPT = {ScoreOf.CLIENT: (rollups.c.client,), ScoreOf.BRAND: (rollups.c.client, rollups.c.brand)}


def write(connection: Connection, audit: int) -> None:
    """Sum up the audit's rollups anew."""
    connection.execute(delete(totals).where(totals.c.audit_id == audit))
    for of, key in _KEPT.items():
        names = ["audit_id", "of", "client", "brand", "name", "position", "locations", *_SUMS]
        name = rollups.c.client if of is ScoreOf.CLIENT else func.min(locations.c.name)
        brand = literal("") if of is ScoreOf.CLIENT else rollups.c.brand
        sums = (func.sum(rollups.c[column]) for column in _SUMS)
        query = (
            select(literal(audit), literal(of.value), rollups.c.client, brand, name)
            .add_columns(func.min(rollups.c.position), func.count(), *sums)
            .join_from(rollups, locations)
            .where(rollups.c.audit_id == audit)
            .group_by(*key)
        )
        connection.execute(insert(totals).from_select(names, query))
    write_trends(connection, audit)


def add(connection: Connection, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> None:
    """Add to the totals what a check changed in the rollup `before`.

    Everyone takes the client first and then the brand, so that no two wait for each other.
    """
    more = {f"more_{name}": after[name] - before[name] for name in _COUNTED}
    whose = {"old_audit_id": before["audit_id"], "old_client": before["client"]}
    brands = {ScoreOf.CLIENT: "", ScoreOf.BRAND: before["brand"]}
    connection.execute(
        _ADD, [{**whose, **more, "old_of": of.value, "old_brand": brand} for of, brand in brands.items()]
    )


def write_trends(connection: Connection, audit: int, clients: Collection[str] | None = None) -> None:
    """Sum up the trends of these clients anew; None means all.

    Here the audit's source stands for a client that is not named.
    """
    for of, key in _KEPT.items():
        sums = (func.sum(trends.c[name]).label(f"new_{column}") for name, column in zip(TREND, _TREND, strict=True))
        named = (column.label(f"old_{column.name}") for column in key)
        query = (
            select(*named, *sums).join_from(rollups, audits, audits.c.id == rollups.c.audit_id).join(trends, _ITS_TREND)
        )
        query = query.where(rollups.c.audit_id == audit).group_by(*key).order_by(*key)
        query = query if clients is None else query.where(trends.c.client.in_(clients))
        rest = {"old_audit_id": audit, "old_of": of.value, "old_brand": ""}
        if rows := [rest | dict(row) for row in connection.execute(query).mappings()]:
            connection.execute(_WRITE_TREND, rows)


def read(connection: Connection, audit: int, of: ScoreOf, client: str | None, most: int | None) -> list[Total]:
    """The totals, the lowest score first and those without one last; at most `most`. `client` None means all."""
    query = _query(of, audit)
    if client is not None:
        column = rollups.c.client if of is ScoreOf.LOCATION else totals.c.client
        query = query.where(column == client)
    return [_total(row) for row in connection.execute(query.limit(most)).mappings() if row["locations"]]


def clients(connection: Connection, audit: int) -> list[str]:
    """The clients of an audit in the order of their first locations."""
    query = select(totals.c.client).where(totals.c.audit_id == audit, totals.c.of == ScoreOf.CLIENT.value)
    return list(connection.execute(query.order_by(totals.c.position)).scalars())


def audits_of(client: str) -> Select[Any]:
    """(audit id) of the audits that cover a location of the client."""
    return select(totals.c.audit_id).where(totals.c.of == ScoreOf.CLIENT.value, totals.c.client == client)


def _of_locations(audit: int) -> Select[Any]:
    trend = (func.coalesce(trends.c[name], 0).label(column) for name, column in zip(TREND, _TREND, strict=True))
    return (
        select(rollups, locations.c.name, literal(1).label("locations"), *trend)
        .join_from(rollups, locations)
        .join(audits, audits.c.id == rollups.c.audit_id)
        .outerjoin(trends, _ITS_TREND)
        .where(rollups.c.audit_id == audit)
        .order_by(rollups.c.turn, locations.c.name, rollups.c.position)
    )


def _of_kept(of: ScoreOf, audit: int) -> Select[Any]:
    points = totals.c.earned / func.nullif(totals.c.verified, 0)
    order = (points.is_(None), points, totals.c.name, totals.c.client)
    return select(totals).where(totals.c.audit_id == audit, totals.c.of == of.value).order_by(*order)


def _of_all(audit: int) -> Select[Any]:
    sums = (func.coalesce(func.sum(totals.c[name]), 0).label(name) for name in ("locations", *_SUMS, *_TREND))
    query = select(literal("").label("name"), literal("").label("client"), *sums)
    return query.where(totals.c.audit_id == audit, totals.c.of == ScoreOf.CLIENT.value)


def _query(of: ScoreOf, audit: int) -> Select[Any]:
    if of is ScoreOf.LOCATION:
        return _of_locations(audit)
    return _of_all(audit) if of is ScoreOf.PORTFOLIO else _of_kept(of, audit)


def _total(row: Mapping[Any, Any]) -> Total:
    return Total(
        name=row["name"],
        client=row["client"],
        locations=row["locations"],
        planned=row["planned"],
        done=row["done"],
        tally=tally(row),
        statuses=statuses(row),
        trend=Trend(*(row[name] for name in _TREND)),
    )


_THIS = [totals.c[name] == bindparam(f"old_{name}") for name in ("audit_id", "of", "client", "brand")]
_ADD = change(totals).where(*_THIS).values({name: totals.c[name] + bindparam(f"more_{name}") for name in _COUNTED})
_WRITE_TREND = change(totals).where(*_THIS).values({name: bindparam(f"new_{name}") for name in _TREND})

"""The questions asked of history; quick, because no check is read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Engine, Select, case, func, or_, select, update

from citations.store import spell_rows
from citations.store.database import writing
from citations.store.history_tables import changes, spells, trends
from citations.store.spell import Change, Spell, Trend
from citations.store.tables import Moment, audits
from citations.words import Because, ChangeKind

_ORDER = [field.name for field in fields(Change)]


_TURN = case(
    (changes.c.kind.in_([kind.value for kind in ChangeKind if kind.is_worse]), 0),
    (changes.c.kind.in_([kind.value for kind in ChangeKind if kind.is_better]), 2),
    else_=1,
)


class History:
    """What changed from audit to audit; made by `Store.history`. `clients` None means all of the audit."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self, audit: int, clients: Collection[str] | None = None) -> Mapping[ChangeKind, int]:
        """How many changes of each kind the audit saw."""
        query = select(changes.c.kind, func.count()).where(changes.c.audit_id == audit).group_by(changes.c.kind)
        with self._engine.connect() as connection:
            found = {ChangeKind(kind): count for kind, count in connection.execute(_of(query, clients))}
        return {kind: found[kind] for kind in ChangeKind if kind in found}

    def changes(
        self,
        audit: int,
        clients: Collection[str] | None = None,
        kinds: Collection[ChangeKind] | None = None,
        *,
        most: int | None = None,
        skip: int = 0,
    ) -> list[Change]:
        """The changes that the audit saw: what got worse, then what got otherwise, then what got better.

        Among these those that concern the worst harm to customers stand first. With `most`, a page of them.
        """
        query = select(*(changes.c[name] for name in _ORDER)).where(changes.c.audit_id == audit)
        if kinds is not None:
            query = query.where(changes.c.kind.in_([kind.value for kind in kinds]))
        place = (changes.c.client, changes.c.location_id, changes.c.directory_id, changes.c.field, changes.c.kind)
        query = _of(query, clients).order_by(_TURN, changes.c.rank, changes.c.tier, *place).limit(most).offset(skip)
        with self._engine.connect() as connection:
            return [_change(row) for row in connection.execute(query)]

    def trend(self, audit: int, clients: Collection[str] | None = None) -> Trend:
        """How good what was seen twice is, and was."""
        sums = (func.coalesce(func.sum(trends.c[name]), 0) for name in ("checks", "weight", "earned", "earned_before"))
        query = _of(select(*sums).where(trends.c.audit_id == audit), clients, trends.c.client)
        with self._engine.connect() as connection:
            return Trend(*connection.execute(query).one())

    def spells(self, client: str, location_id: str) -> list[Spell]:
        """What each directory said of one location from when to when, directory by directory, the oldest first."""
        query = select(spells).where(spells.c.client == client, spells.c.location_id == location_id)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(spells.c.directory_id, spells.c.audit_id)).mappings()
            return [spell_rows.spell(row) for row in rows]

    def may_tell(self, audit: int) -> bool:
        """True for the first who asks: people are told once what changed in an audit, however many end it.

        Once more where changes were seen since: an audit may go on with what a day's budget left.
        """
        newest = select(func.max(changes.c.at, type_=Moment)).where(changes.c.audit_id == audit)
        with writing(self._engine) as connection:
            last = max(datetime.now(UTC), connection.execute(newest).scalar() or datetime.min.replace(tzinfo=UTC))
            untold = or_(audits.c.told_at.is_(None), audits.c.told_at < newest.scalar_subquery())
            done = connection.execute(update(audits).where(audits.c.id == audit, untold).values(told_at=last))
        return done.rowcount == 1


def _of(query: Select[Any], clients: Collection[str] | None, column: Column[Any] = changes.c.client) -> Select[Any]:
    return query if clients is None else query.where(column.in_(clients))


def _change(row: Sequence[Any]) -> Change:
    values = dict(zip(_ORDER, row, strict=True))
    return Change(**values | {"kind": ChangeKind(values["kind"]), "because": Because(values["because"])})

"""Audits that come again: which client's, how often, and when next, by the database's clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, delete, func, insert, select, text

from citations.store.database import writing
from citations.store.tables import schedules as table
from citations.words import Every, Priority

_STEPS = {Every.DAILY: "1 day", Every.WEEKLY: "7 days", Every.MONTHLY: "1 month"}
_NEXT = text("""
    UPDATE schedules SET last_audit = :audit, next_at = (
        SELECT min(next) FROM generate_series(
            next_at, now() + 2 * CAST(:step AS interval), CAST(:step AS interval)
        ) AS next WHERE next > now()
    ) WHERE client = :client
""")


@dataclass(frozen=True, slots=True)
class Schedule:
    """One client's audit that comes again; `last_audit` is the number of the one that was begun last."""

    client: str
    every: Every
    priority: Priority
    next_at: datetime
    last_audit: int | None = None


class Schedules:
    """Keeps the schedules; made by `Store.shared`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, client: str, every: Every, priority: Priority, first_at: datetime | None = None) -> None:
        """Audit `client` again and again, from `first_at` (now) on; in place of an earlier schedule of the client."""
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.client == client))
            row = {"every": every.value, "priority": priority.value, "next_at": first_at or func.now()}
            connection.execute(insert(table).values(client=client, **row))

    def remove(self, client: str) -> bool:
        """Audit the client no more by itself; False when nothing was scheduled."""
        with writing(self._engine) as connection:
            return bool(connection.execute(delete(table).where(table.c.client == client)).rowcount)

    def all(self) -> list[Schedule]:
        """Every schedule, the next one first."""
        with self._engine.connect() as connection:
            return [_schedule(row) for row in connection.execute(select(table).order_by(table.c.next_at))]

    def start_due(self, begin: Callable[[Schedule], int]) -> Schedule | None:
        """Let `begin` start the audit whose time has come and say its number; None when there is none. PostgreSQL only.

        No other machine starts it meanwhile. Its next time is one in the future, however many were missed. When
        `begin` raises, or the machine dies in it, the schedule stays due: `begin` has to take up what it began before.
        """
        with writing(self._engine) as connection:
            query = select(table).where(table.c.next_at <= func.now()).order_by(table.c.next_at).limit(1)
            row = connection.execute(query.with_for_update(skip_locked=True)).first()
            if row is None:
                return None
            due = _schedule(row)
            connection.execute(_NEXT, {"client": due.client, "audit": begin(due), "step": _STEPS[due.every]})
        return due


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(row.client, Every(row.every), Priority(row.priority), row.next_at, row.last_audit)

"""Which audits were handed to the fleet, how urgent they are, and which were called back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, delete, func, insert, select, update

from citations.store.database import alone, writing
from citations.store.plan import to_go_on_with
from citations.store.tables import audits
from citations.store.tables import hand_outs as table
from citations.words import Priority

_HAND_LOCK = 0x68616E64  # any number, the same in every process: "hand"


@dataclass(frozen=True, slots=True)
class HandOut:
    """An audit that the fleet does; `handed_at` changes whenever its plan may have."""

    audit: int
    priority: Priority
    handed_at: datetime
    called_back_at: datetime | None

    @property
    def is_called_back(self) -> bool:
        """True when its checks are not to be done any more."""
        return self.called_back_at is not None


class HandOuts:
    """Keeps what was handed out; made by `Store.shared`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def hand(self, audit: int, priority: Priority) -> HandOut:
        """Hand an audit out, or once more; one that was called back goes on."""
        with alone(self._engine, _HAND_LOCK) as connection:
            connection.execute(delete(table).where(table.c.audit_id == audit))
            connection.execute(insert(table).values(audit_id=audit, priority=priority.value, handed_at=func.now()))
        handed = self.of(audit)
        assert handed  # noqa: S101 - just written
        return handed

    def call_back(self, audit: int) -> None:
        """Workers finish the checks that they are at, and begin no others."""
        with writing(self._engine) as connection:
            connection.execute(update(table).where(table.c.audit_id == audit).values(called_back_at=func.now()))

    def prioritise(self, audit: int, priority: Priority) -> None:
        """Make an audit more urgent, or less."""
        with writing(self._engine) as connection:
            connection.execute(update(table).where(table.c.audit_id == audit).values(priority=priority.value))

    def of(self, audit: int) -> HandOut | None:
        """What is known of one audit; None when it was never handed out."""
        with self._engine.connect() as connection:
            row = connection.execute(select(table).where(table.c.audit_id == audit)).first()
            return _hand_out(row) if row else None

    def under_way(self) -> list[HandOut]:
        """Those that are neither finished nor called back, the most urgent first."""
        unfinished = select(table).join(audits).where(audits.c.finished_at.is_(None), table.c.called_back_at.is_(None))
        with self._engine.connect() as connection:
            found = [_hand_out(row) for row in connection.execute(unfinished.order_by(audits.c.id))]
        return sorted(found, key=lambda one: -one.priority.number)

    def left_by_a_budget(self, now: datetime) -> list[HandOut]:
        """Those that are finished but for checks that a budget of yesterday left, as `Store.begin` takes them up."""
        lately = audits.c.finished_at >= now - timedelta(days=2)
        ended = select(table, audits.c.source).join(audits).where(lately, table.c.called_back_at.is_(None))
        with self._engine.connect() as connection:
            found = connection.execute(ended).all()
            return [_hand_out(row) for row in found if to_go_on_with(connection, row.source, now) == row.audit_id]


def _hand_out(row: Row[Any]) -> HandOut:
    return HandOut(row.audit_id, Priority(row.priority), row.handed_at, row.called_back_at)

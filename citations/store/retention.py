"""Letting go of old audits: their checks go, what was learnt from them stays (fixes, spells, people's words)."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Engine, delete, func, select

from citations.store import totals
from citations.store.database import writing
from citations.store.history_tables import changes, seen_twice, trends
from citations.store.sum_tables import rollups
from citations.store.tables import arrivals, audit_directories, audits, checks, hand_outs, locations

_AT_ONCE = 200  # locations in one transaction, so that nobody waits long


class Retention:
    """What may go, and its going; made by `Store.retention`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def audits_beyond(self, keep: int) -> list[int]:
        """The audits older than the newest `keep` of their source, the oldest first; none that a fleet is at."""
        turn = func.row_number().over(partition_by=audits.c.source, order_by=audits.c.id.desc()).label("turn")
        ranked = select(audits.c.id, turn).subquery()
        handed = select(hand_outs.c.audit_id).join(audits, audits.c.id == hand_outs.c.audit_id)
        handed = handed.where(audits.c.finished_at.is_(None))
        query = select(ranked.c.id).where(ranked.c.turn > max(keep, 1), ranked.c.id.not_in(handed))
        with self._engine.connect() as connection:
            return list(connection.execute(query.order_by(ranked.c.id)).scalars())

    def newest_audits(self) -> list[int]:
        """The newest audit of each source."""
        with self._engine.connect() as connection:
            return list(connection.execute(select(func.max(audits.c.id)).group_by(audits.c.source)).scalars())

    def records(self, audits_: Sequence[int] | None = None) -> Iterator[str]:
        """The text of every check of these audits (None: of all), and the evidence of the pages that people brought."""
        kept = (select(checks.c.record), select(arrivals.c.evidence))
        of = (checks.c.audit_id, arrivals.c.audit_id)
        for query, column in zip(kept, of, strict=True):
            wanted = query if audits_ is None else query.where(column.in_(audits_))
            with self._engine.connect() as connection:
                yield from connection.execution_options(yield_per=1000).execute(wanted).scalars()

    def let_go(self, audit: int) -> int:
        """Delete the audit with its checks and return how many; killed on the way, it goes on when called anew."""
        gone = 0
        while places := self._some_locations(audit):
            with writing(self._engine) as connection:
                gone += _delete_locations(connection, audit, places)
        with writing(self._engine) as connection:
            for table in (changes, seen_twice, trends, arrivals, hand_outs, audit_directories):
                connection.execute(delete(table).where(table.c.audit_id == audit))
            connection.execute(delete(audits).where(audits.c.id == audit))
        return gone

    def compact(self) -> None:
        """Give the room that became free back to the disk (SQLite; PostgreSQL does so by itself)."""
        if self._engine.dialect.name == "sqlite":
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("VACUUM")
            finally:
                connection.close()

    def _some_locations(self, audit: int) -> Sequence[str]:
        query = select(locations.c.location_id).where(locations.c.audit_id == audit).limit(_AT_ONCE)
        with self._engine.connect() as connection:
            return connection.execute(query).scalars().all()


def _delete_locations(connection: Connection, audit: int, places: Sequence[str]) -> int:
    gone = 0
    for table in (checks, rollups, locations):
        done = connection.execute(delete(table).where(table.c.audit_id == audit, table.c.location_id.in_(places)))
        gone += done.rowcount if table is checks else 0
    totals.write(connection, audit)
    return gone

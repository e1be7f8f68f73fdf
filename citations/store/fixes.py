"""The fix list as it is kept: one row for each fix, whichever audits saw what it mends."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import Engine, select

from citations.store import fix_rows, spell_rows, totals
from citations.store.database import alone, writing
from citations.store.kept_fix import KeptFix, Unsettled
from citations.store.spell import Lesson, Memory
from citations.store.tables import audits

_SETTLE_LOCK = 0x736574746C65  # any number, the same in every process: "settle"
Judge = Callable[[Sequence[Unsettled], Memory], Lesson]


class Fixes:
    """The fixes, and the checks that they do not know of yet; made by `Store.fixes`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of_audit(self, audit: int, client: str | None = None) -> dict[str, KeptFix]:
        """The fixes of `client` by id; with None those of all clients of the audit."""
        with self._engine.connect() as connection:
            clients = totals.clients(connection, audit) if client is None else [client]
            source = connection.execute(select(audits.c.source).where(audits.c.id == audit)).scalar_one()
        return self.of_clients({name or source for name in clients})

    def of_clients(self, clients: Collection[str]) -> dict[str, KeptFix]:
        """The fixes of these clients by id; for locations without a client, the source of their audit stands."""
        with self._engine.connect() as connection:
            return {fix.id: fix for fix in fix_rows.kept(connection, clients)}

    def with_ids(self, ids: Sequence[str]) -> list[KeptFix]:
        """The fixes with these ids."""
        with self._engine.connect() as connection:
            return fix_rows.of_ids(connection, ids)

    def are_behind(self) -> bool:
        """True when the fixes and the history do not know of every check yet."""
        with self._engine.connect() as connection:
            return fix_rows.is_waiting(connection)

    def settle(self, judge: Judge, most: int = 500) -> int:
        """Let `judge` say what the oldest `most` checks that fixes and history do not know of change in them.

        All or nothing, and one process at a time. Returns how many checks there were.
        """
        with alone(self._engine, _SETTLE_LOCK) as connection:
            waiting = fix_rows.waiting(connection, most)
            if waiting:
                spells = spell_rows.of_places(connection, (one.place for one in waiting))
                lesson = judge(waiting, Memory(fix_rows.of_places(connection, waiting), spells))
                fix_rows.write(connection, lesson.fixes)
                spell_rows.write(connection, lesson.learnt)
                fix_rows.mark(connection, waiting)
                spell_rows.write_totals(connection, lesson.learnt)
        return len(waiting)

    def decide(self, ids: Sequence[str], **decided: Any) -> None:
        """Keep what a person decided about these fixes: owner, due, note, submitted_at, snoozed_until, accepted_at."""
        with writing(self._engine) as connection:
            fix_rows.decide(connection, ids, **decided)

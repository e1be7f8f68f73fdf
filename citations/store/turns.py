"""Turns at hosts, shared by all machines of a fleet: the last visit's time is kept by the database, and by its clock.

A turn is held for as long as a visit may take, so that the host of a worker that died is free again by itself, and
so that a database that was restarted in the middle of a visit still knows of it.
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, TextClause, text
from sqlalchemy.exc import DBAPIError

from citations.store.database import StoreError

_TAKE = text("""
    INSERT INTO turns AS t (host, holder, held_until, free_at)
    VALUES (:host, :holder, clock_timestamp() + :hold * interval '1 second',
            clock_timestamp() + :pace * interval '1 second')
    ON CONFLICT (host) DO UPDATE
    SET holder = excluded.holder, held_until = excluded.held_until, free_at = excluded.free_at
    WHERE t.held_until <= clock_timestamp() AND t.free_at <= clock_timestamp()
    RETURNING 1
""")
_WAIT = text("""
    SELECT extract(epoch FROM free_at - clock_timestamp()), extract(epoch FROM held_until - clock_timestamp())
    FROM turns WHERE host = :host
""")
_GIVE_BACK = text("UPDATE turns SET held_until = clock_timestamp() WHERE host = :host AND holder = :holder")
_HOLD_OFF = text("""
    INSERT INTO turns AS t (host, holder, held_until, free_at)
    VALUES (:host, '', clock_timestamp(), clock_timestamp() + :seconds * interval '1 second')
    ON CONFLICT (host) DO UPDATE SET free_at = greatest(t.free_at, excluded.free_at)
""")
_LOOK_AGAIN = 0.5  # seconds; another's turn may end before its time is over


class Turns:
    """One machine's view of the turns; made by `Store.shared`, on PostgreSQL only. Each call is one statement or two.

    Raises StoreError when the database does not answer.
    """

    def __init__(self, engine: Engine, hold: float) -> None:
        """`hold` is the number of seconds that a visit takes at the most."""
        self._engine, self._hold = engine, hold
        self._holder = uuid4().hex

    def take(self, host: str, pace: float) -> float:
        """Take the turn at `host`, the next one `pace` seconds from now at the earliest.

        Returns 0 when it is ours, else the seconds after which to ask again.
        """
        given = {"host": host, "holder": self._holder, "hold": self._hold, "pace": pace}
        if self._do(_TAKE, given):
            return 0.0
        free, held = map(float, self._do(_WAIT, {"host": host})[0])
        return max(0.001, free, min(held, _LOOK_AGAIN))

    def give_back(self, host: str) -> None:
        """The visit is over."""
        self._do(_GIVE_BACK, {"host": host, "holder": self._holder})

    def hold_off(self, host: str, seconds: float) -> None:
        """Nobody visits `host` for so many seconds from now."""
        self._do(_HOLD_OFF, {"host": host, "seconds": seconds})

    def _do(self, statement: TextClause, given: Mapping[str, Any]) -> list[Any]:
        try:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                result = connection.execute(statement, given)
                return list(result) if result.returns_rows else []
        except DBAPIError as error:
            raise StoreError(f"the database does not answer: {error.orig}") from error

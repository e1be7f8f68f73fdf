"""The clock that all who share a database go by: the database's own on PostgreSQL, this machine's on SQLite.

The machines of a fleet do not agree about the time, and one of them may be set right in the middle. So the database is
asked now and then, and in between the time is carried on by the clock that nobody can set.
"""

import time
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError

from citations.store.database import StoreError

ASK_AGAIN = 600.0  # seconds; a machine that slept lost them
AS_GOOD_AS_RIGHT = timedelta(seconds=5)  # what is written down on the way there may be so far off


class Clock:
    """The time of one database; made by `Store.clock`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._asked: tuple[datetime, float] | None = None

    def now(self) -> datetime:
        """The time, in UTC. Asks the database at the first call, and every ten minutes.

        Raises StoreError when it is asked and does not answer.
        """
        if self._engine.dialect.name != "postgresql":
            return datetime.now(UTC)
        if self._asked is None or time.monotonic() - self._asked[1] > ASK_AGAIN:
            self._asked = self._ask(), time.monotonic()
        at, since = self._asked
        return at + timedelta(seconds=time.monotonic() - since)

    def set_right(self, moment: datetime) -> datetime:
        """What this machine took for `moment`, by the shared clock; as it is while the two agree to some seconds."""
        now = self.now()
        off = now - datetime.now(UTC)
        return moment if abs(off) < AS_GOOD_AS_RIGHT else min(moment + off, now)

    def _ask(self) -> datetime:
        try:
            with self._engine.connect() as connection:
                at: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
        except DBAPIError as error:
            raise StoreError(f"the database does not answer: {error.orig}") from error
        return at.astimezone(UTC)

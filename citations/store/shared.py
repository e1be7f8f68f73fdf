"""What the machines of a fleet share beside the audits: the queue, turns at hosts, hand-outs, schedules."""

from sqlalchemy import Engine

from citations.store import queue_schema
from citations.store.database import StoreError
from citations.store.hand_outs import HandOuts
from citations.store.schedules import Schedules
from citations.store.turns import Turns


class Shared:
    """The fleet's part of the store; made by `Store.shared`. Raises StoreError when the database is no PostgreSQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        if engine.dialect.name != "postgresql":
            raise StoreError("a fleet shares a PostgreSQL: set CITATIONS_DATABASE_URL=postgresql://… on each machine")

    @property
    def hand_outs(self) -> HandOuts:
        """Which audits were handed to the fleet."""
        return HandOuts(self._engine)

    @property
    def schedules(self) -> Schedules:
        """Which clients' audits come again."""
        return Schedules(self._engine)

    def turns(self, hold: float) -> Turns:
        """The turns at hosts; a visit takes `hold` seconds at the most."""
        return Turns(self._engine, hold)

    def queue_url(self) -> str:
        """Where the queue is, as PostgreSQL's own library reads it; its tables are brought up to date."""
        queue_schema.bring_up_to_date(self._engine)
        return self._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)

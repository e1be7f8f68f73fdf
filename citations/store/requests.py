"""The requests of each day, by host or by API key, counted by all programs that share the database."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Date, Engine, bindparam, delete, select, text, update
from sqlalchemy.exc import DBAPIError

from citations.store.clock import Clock
from citations.store.database import StoreError, writing
from citations.store.tables import requests as table

DAYS_KEPT = 7

_TAKE = text("""
    INSERT INTO requests (day, name, made) VALUES (:day, :name, :wanted)
    ON CONFLICT (day, name) DO UPDATE SET made = requests.made + excluded.made
    WHERE :most = 0 OR requests.made + excluded.made <= :most
    RETURNING made
""").bindparams(bindparam("day", type_=Date))


class Requests:
    """Counts them; made by `Store.requests`. Raises StoreError when the database does not answer."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock

    def today(self) -> date:
        """The day (UTC) by the clock that all share."""
        return self._clock.now().date()

    def take(self, day: date, name: str, wanted: int, most: int) -> bool:
        """Count `wanted` more; False, and nothing counted, where that were more than `most` (0: any number)."""
        if most and wanted > most:
            return False
        try:
            with writing(self._engine) as connection:
                given = {"day": day, "name": name, "wanted": wanted, "most": most}
                return connection.execute(_TAKE, given).first() is not None
        except DBAPIError as error:
            raise StoreError(f"the database does not answer: {error.orig}") from error

    def give_back(self, day: date, unused: Mapping[str, int]) -> None:
        """Count so many less of each name, and forget days long gone."""
        less = update(table).where(table.c.day == day, table.c.name == bindparam("of"))
        try:
            with writing(self._engine) as connection:
                if unused:
                    rows = [{"of": name, "unused": number} for name, number in sorted(unused.items())]
                    connection.execute(less.values(made=table.c.made - bindparam("unused")), rows)
                connection.execute(delete(table).where(table.c.day < day - timedelta(DAYS_KEPT)))
        except DBAPIError as error:
            raise StoreError(f"the database does not answer: {error.orig}") from error

    def made(self, day: date) -> Mapping[str, int]:
        """How many were made on that day, by name; a program that is at it may have taken a few more than it made."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(table.c.name, table.c.made).where(table.c.day == day))
            return {name: made for name, made in rows if made}

"""The tables of the fleet's queue (procrastinate's own), made and brought up to date when it is opened, as ours are."""

from importlib.resources import files

from sqlalchemy import Connection, Engine, delete, func, insert, select

from citations.store.database import alone
from citations.store.tables import queue_schema

_LOCK = 0x7175657565  # any number, the same in every process: "queue"
_SQL = files("procrastinate.sql")


def bring_up_to_date(engine: Engine) -> None:
    """Make the queue's tables, or run the migrations that a newer procrastinate brings; of two processes one waits."""
    steps = sorted(step.name for step in (_SQL / "migrations").iterdir() if step.name.endswith(".sql"))
    with engine.connect() as connection:
        if _newest(connection) == steps[-1]:
            return
    with alone(engine, _LOCK) as connection:
        newest = _newest(connection)
        if newest is None:
            _run(connection, "schema.sql")
        for step in (step for step in steps if newest is not None and step > newest):
            _run(connection, f"migrations/{step}")
        connection.execute(delete(queue_schema))
        connection.execute(insert(queue_schema).values(newest=max(steps[-1], newest or "")))


def _newest(connection: Connection) -> str | None:
    """The name of the last step that was taken; None when there are no tables yet."""
    newest: str | None = connection.scalar(select(func.max(queue_schema.c.newest)))
    return newest


def _run(connection: Connection, file: str) -> None:
    """Many statements at once, which only the driver's own connection takes."""
    driver = connection.connection.driver_connection
    assert driver  # noqa: S101 - it has just been used
    driver.execute((_SQL / file).read_text(encoding="utf-8"))

"""Opening a database: the one place that knows SQLite from PostgreSQL.

SQLite keeps a write-ahead log, so that the view reads while an audit writes; every transaction that
writes takes its lock at once, so that two of them queue up instead of one failing half-way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.exc import ArgumentError, DatabaseError

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 60
_UPGRADE_LOCK = 0x63697461  # any number, the same in every process: "cita"


class StoreError(RuntimeError):
    """The database cannot be used; the text says why and what to do."""


def open_database(url: str) -> Engine:
    """An engine on an up-to-date database, made when it is not there. Raises StoreError."""
    engine = _engine(url)
    try:
        _make_folder(engine)
        _upgrade(engine)
    except DatabaseError as error:
        raise StoreError(f"cannot open the database {engine.url!r}: {error.orig}") from error
    except OSError as error:
        raise StoreError(f"cannot make the folder of the database {engine.url!r}: {error}") from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: committed when the block ends, undone when it raises."""
    with engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def alone(engine: Engine, lock: int) -> Iterator[Connection]:
    """A transaction that writes while nobody else is inside one with the same `lock`."""
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(lock)))
        yield connection


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(f"{url!r} is not a database URL; write sqlite:///file.db or postgresql://…") from error
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        return _engine_of(parsed)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _engine_of(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise StoreError(f"no driver for the database {url!r} is installed: {error}") from error


def _make_folder(engine: Engine) -> None:
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, see _begin_sqlite
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a commit outlives a power cut


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(MIGRATIONS))


def _upgrade(engine: Engine) -> None:
    """Run the migrations that are missing; of two processes that open together one waits."""
    with engine.connect() as connection:
        if _version(connection) == _scripts().get_current_head():
            return
    with alone(engine, _UPGRADE_LOCK) as connection:
        _refuse_newer(_version(connection), engine)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(version: str | None, engine: Engine) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if version and version not in known:
        raise StoreError(
            f"the database {engine.url!r} was made by a newer version of citations (its tables are {version!r});"
            " update citations, or name another database in CITATIONS_DATABASE_URL"
        )

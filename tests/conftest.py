"""What tests of several rooms stand on."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory, gettempdir

import pytest

from tests.postgres import PREFIX, NoPostgresError, Postgres, end_left_over, start

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # begun in the background: programs under test would be deaf too
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Not in pytest's own folder: every session closes that to other users, and PostgreSQL never runs as root.


@pytest.fixture(scope="session")
def postgres() -> Postgres:
    """PostgreSQL, one server for the whole session. Where it does not start, the test fails: it is not skipped."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or token_hex(8)  # the workers of one session share a server
    end_left_over(Path(gettempdir()))
    try:
        started = start(Path(gettempdir()) / f"{PREFIX}{run}")
    except NoPostgresError as error:
        pytest.fail(str(error), pytrace=False)
    started.hurry()
    return started


@pytest.fixture
def postgres_of_its_own() -> Iterator[Postgres]:
    """A server that a test may restart."""
    with TemporaryDirectory(prefix=PREFIX) as folder:
        started = start(Path(folder) / "data")
        yield started
        started.server.cleanup()


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The URL of an empty PostgreSQL database of the test's own."""
    url = postgres.fresh()
    yield url
    postgres.drop(url)

"""What tests of several rooms stand on."""

from collections.abc import Iterator

import pytest

from tests.postgres import NoPostgresError, Postgres, start


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Postgres:
    """PostgreSQL, one server for the whole session. Where it does not start, the test fails: it is not skipped."""
    folder = tmp_path_factory.getbasetemp()
    try:
        started = start((folder if worker_id == "master" else folder.parent) / "postgres")
    except NoPostgresError as error:
        pytest.fail(str(error), pytrace=False)
    started.hurry()
    return started


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The URL of an empty PostgreSQL database of the test's own."""
    url = postgres.fresh()
    yield url
    postgres.drop(url)

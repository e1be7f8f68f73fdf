"""PostgreSQL of tests that were killed does not stay; that of tests that go on does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest

from tests.postgres import PREFIX, end_left_over

START = """
import sys; from pathlib import Path; from tests.postgres import start
print(start(Path(sys.argv[1])).server.get_pid(), flush=True); sys.stdin.read()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not in pytest's own folder, which other users cannot read."""
    with TemporaryDirectory(prefix="citations-left-over-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.slow
def test_the_server_of_a_killed_session_is_ended(folder: Path) -> None:
    data = folder / f"{PREFIX}1"
    words = [sys.executable, "-c", START, str(data)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as session:
        assert session.stdout
        server = psutil.Process(int(session.stdout.readline()))
        end_left_over(folder)
        assert server.is_running()
        session.kill()
    end_left_over(folder)
    assert not server.is_running()
    assert not data.exists()

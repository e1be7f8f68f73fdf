"""A disk that is full: the audit says so and stops; with room again the same command loses nothing."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from citations.practice import serve
from tests.audit.conftest import Command
from tests.audit.test_killed import DIRECTORIES, finished, wait_for, what_was_said


def full(process: "subprocess.Popen[str]", room: int) -> None:
    """From now on no file of the process can grow beyond so many bytes: what ENOSPC is, for root as well."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (room, room))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of a process that runs already")
@pytest.mark.parametrize("what", ["evidence", "database"])
def test_a_full_disk_stops_an_audit_that_goes_on_later(tmp_path: Path, what: str) -> None:
    with serve(seed=5, locations=16, port=0, out=tmp_path / "web") as practice:
        undisturbed = Command(practice, tmp_path / "undisturbed", DIRECTORIES).run()
        command = Command(practice, tmp_path / "full", DIRECTORIES)
        process = command.start(stderr=subprocess.PIPE, text=True)
        wait_for(command.home, checks=8)
        full(process, 500 if what == "evidence" else (command.home / "citations.db-wal").stat().st_size)
        _, said = process.communicate(timeout=60)
        last = said.replace("\n", "").rpartition("citations: ")[2]
        assert (process.returncode, what in last, "Traceback" in said) == (2, True, False)
        before = finished(command.home)
        assert 8 <= len(before) < len(undisturbed)
        after = command.run()
    assert what_was_said(after) == what_was_said(undisturbed)
    assert all(after[check.location, check.directory]["evidence"] == check.evidence for check in before)

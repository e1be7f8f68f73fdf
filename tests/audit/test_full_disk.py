"""A disk that is full: the audit says so and stops; with room again the same command loses nothing."""

import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from citations.practice import serve
from tests.audit.conftest import Command
from tests.audit.said import differences
from tests.audit.test_killed import DIRECTORIES, finished, wait_for


def full(process: "subprocess.Popen[str]", room: int) -> None:
    """From now on no file of the process can grow beyond so many bytes: what ENOSPC is, for root as well."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (room, room))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of a process that runs already")
@pytest.mark.parametrize("has_room_for_pages", [False, True])
def test_a_full_disk_stops_an_audit_that_goes_on_later(tmp_path: Path, has_room_for_pages: bool) -> None:
    """With room for nothing, what is written next fails: evidence nearly always."""
    with serve(seed=5, locations=16, port=0, out=tmp_path / "web") as practice:
        undisturbed = Command(practice, tmp_path / "undisturbed", DIRECTORIES).run()
        command = Command(practice, tmp_path / "full", DIRECTORIES, pace=0.3)  # not done before the disk is full
        process = command.start(stderr=subprocess.PIPE, text=True)
        wait_for(command.home, checks=8)
        full(process, (command.home / "citations.db-wal").stat().st_size if has_room_for_pages else 500)
        _, said = process.communicate(timeout=60)
        last = said.replace("\n", "").rpartition("citations: ")[2]
        assert (process.returncode, "Traceback" in said) == (2, False)
        assert "database" in last or (not has_room_for_pages and "/evidence/" in last)
        before = finished(command.home)
        assert 8 <= len(before) < len(undisturbed)
        after = replace(command, pace=0.01).run()
    assert differences(after, undisturbed) == []
    assert all(after[check.location, check.directory]["evidence"] == check.evidence for check in before)

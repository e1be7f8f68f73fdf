"""An audit in a process of its own: started twice it runs once, stopped it is kept, dead it is known for dead."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from citations.audit.running import Run, read_run, run_folder, runs
from citations.audit.worker import WorkerError, go_on, start, stop
from citations.practice import Practice, serve
from citations.words import RunState
from tests.audit.conftest import Command
from tests.audit.test_killed import finished, wait_for

DIRECTORIES = ("practice_townfolk", "practice_whisperwell", "own_website")
WORDS = ["--directories", ",".join(DIRECTORIES), "--fresh"]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    """A practice web."""
    with serve(seed=11, locations=16, port=0, out=tmp_path_factory.mktemp("web")) as served:
        yield served


@pytest.fixture
def command(practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The settings of an audit that takes some seconds; this process has them, so that a worker inherits them."""
    made = Command(practice, tmp_path / "home", DIRECTORIES)
    for name, value in made.environment.items():
        if name.startswith("CITATIONS_"):
            monkeypatch.setenv(name, value)
    monkeypatch.setenv("CITATIONS_PACE", "0.3")
    monkeypatch.setenv("CITATIONS_EVIDENCE", str(tmp_path / "evidence"))
    monkeypatch.delenv("CITATIONS_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    return made


def until(run: Run, holds: Callable[[Run], bool]) -> Run:
    """The run as soon as `holds` says so."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        now = read_run(run.folder)
        if now and holds(now):
            return now
        time.sleep(0.1)
    raise AssertionError(f"still {now}")


@pytest.mark.slow
def test_stopped_kept_and_continued(command: Command) -> None:
    home, file = command.home, command.practice.locations_file
    run = start(home, file, WORDS)
    assert run.is_running
    assert start(home, file, WORDS).pid == run.pid, "started twice, it runs once"
    busy = until(run, lambda now: now.done >= 5 and bool(now.hosts))
    assert busy.planned == 48
    assert busy.rate > 0
    assert busy.remaining
    assert all(host.startswith("127.0.0.1:") for host in busy.hosts)
    assert busy.last
    assert [one.source for one in runs(home)] == [str(file.resolve())]

    stop(busy)
    stopped = until(run, lambda now: not now.is_running)
    assert stopped.state is RunState.STOPPED
    done = len(finished(home))
    assert stopped.done == done < 48
    assert f"Stopped: {done} of 48 checks are done and kept. Continue with the same command." in run.log.read_text()

    again = go_on(home, stopped)
    assert again.pid != run.pid
    ended = until(again, lambda now: not now.is_running)
    assert (ended.state, ended.done, len(finished(home))) == (RunState.FINISHED, 48, 48)
    assert f"Continuing audit 1: {done} of 48 checks were done before." in run.log.read_text()


@pytest.mark.slow
def test_a_killed_one_is_known_for_dead_whoever_has_its_number(command: Command) -> None:
    run = start(command.home, command.practice.locations_file, WORDS)
    until(run, lambda now: now.done >= 3)
    os.kill(run.pid, signal.SIGKILL)
    died = until(run, lambda now: not now.is_running)
    assert died.state is RunState.DIED
    said = json.loads((run.folder / "run.json").read_text())
    (run.folder / "run.json").write_text(json.dumps(said | {"pid": os.getpid()}))
    taken = read_run(run.folder)
    assert taken
    assert taken.state is RunState.DIED, "its number is a living process's now: ours"
    stop(taken)  # and must not be sent a signal
    ended = until(go_on(command.home, taken), lambda now: not now.is_running)
    assert (ended.state, ended.done) == (RunState.FINISHED, 48)


@pytest.mark.slow
def test_a_second_one_in_a_terminal_ends_at_once_and_says_why(command: Command) -> None:
    run = start(command.home, command.practice.locations_file, WORDS)
    environment = dict(command.environment) | {"CITATIONS_EVIDENCE": os.environ["CITATIONS_EVIDENCE"]}
    second = subprocess.run(command.words, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert second.returncode == 2
    assert f"is being audited already (process {run.pid})" in second.stderr
    stop(run)
    until(run, lambda now: not now.is_running)


def test_what_cannot_begin_says_why(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "broken.csv"
    file.write_text("a,b\n1,2\n")
    with pytest.raises(WorkerError, match="no column holds the business's name"):
        start(command.home, file, [])


@pytest.mark.slow
def test_ctrl_c_in_a_terminal_is_the_same(command: Command) -> None:
    environment = dict(command.environment) | {"CITATIONS_PACE": "0.3"}
    process = subprocess.Popen(
        command.words, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    wait_for(command.home, checks=4)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "checks are done and kept. Continue with the same command." in said
    assert "Traceback" not in said


def test_a_torn_file_of_a_run_is_no_run(tmp_path: Path) -> None:
    folder = run_folder(tmp_path, "/x/../../etc/<script>.csv")
    assert folder.parent == tmp_path / "runs"
    folder.mkdir(parents=True)
    (folder / "run.json").write_text('{"source": "a')
    assert runs(tmp_path) == []
    assert replace(Run(tmp_path, "a"), done=1).remaining is None

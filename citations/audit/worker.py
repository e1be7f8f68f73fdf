"""Starting, stopping and continuing an audit in a process of its own, which outlives whoever started it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from citations.audit.running import Run, is_held, read_run, run_folder, write_json

_START_WITHIN = 60.0  # seconds for a process to begin; a busy machine takes its time to import
_LOOK_EVERY = 0.1


class WorkerError(RuntimeError):
    """The process did not begin; the text is what it said."""


def start(home: Path, file: Path, arguments: Sequence[str]) -> Run:
    """Audit `file` in a process of its own: `citations audit` with `arguments`, which do not name the file.

    Where the file is being audited already, that run is given. Raises WorkerError.
    """
    source = str(file.resolve())
    folder = run_folder(home, source)
    folder.mkdir(parents=True, exist_ok=True)
    if not is_held(folder):
        write_json(folder / "start.json", {"file": source, "arguments": list(arguments)})
        process = _spawn(folder / "log.txt", ["audit", source, *arguments])
        _wait(folder, process)
    run = read_run(folder)
    if run is None:
        raise WorkerError(f"{source}: the audit left no word of itself; look into {folder / 'log.txt'}")
    return run


def go_on(home: Path, run: Run) -> Run:
    """Continue an audit that was stopped or died, as it was started. Raises WorkerError."""
    return start(home, Path(run.source), [word for word in run.arguments if word != "--fresh"])


def stop(run: Run) -> None:
    """Ask the process to end; it finishes what it is writing, and the audit can be continued."""
    if is_held(run.folder) and run.pid > 1:
        os.kill(run.pid, signal.SIGTERM)


def _spawn(log: Path, words: Sequence[str]) -> "subprocess.Popen[bytes]":
    with log.open("ab") as out:
        out.write(f"\n$ citations {' '.join(words)}\n".encode("utf-8", "replace"))
        out.flush()
        return subprocess.Popen(  # noqa: S603 - our own program; its words are no shell's
            [sys.executable, "-m", "citations", *words],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,  # it is not ended with the web view
        )


def _wait(folder: Path, process: "subprocess.Popen[bytes]") -> None:
    """Until the process has the file to itself, or has ended."""
    deadline = time.monotonic() + _START_WITHIN
    while time.monotonic() < deadline and not is_held(folder):
        if process.poll() is not None:
            if process.returncode in (0, 1):  # so little to do that it is done
                return
            raise WorkerError(last_words(folder / "log.txt", 12) or "the audit did not begin")
        time.sleep(_LOOK_EVERY)


def last_words(log: Path, lines: int) -> str:
    """The last lines of a log; blank when there is none."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 16_000))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-lines:]).strip()

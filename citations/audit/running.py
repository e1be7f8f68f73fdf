"""Audits that run: one process for one locations file, and what it says of itself while it runs.

The process holds a lock for as long as it lives, so that a dead one is known for dead whoever has its number
now, and a second one for the same file ends at once. What it says lies in `CITATIONS_HOME/runs/<file>/`:
`run.json` (renewed every second at most), `start.json` and `log.txt` when the web view started it.
"""

import json
import os
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from filelock import FileLock, Timeout

from citations.audit.how_far import Course, HowFar
from citations.audit.plan import Task
from citations.directory import slug
from citations.models import Check
from citations.store import AuditInfo
from citations.words import RunState, Status

_PATIENCE = 2.0  # seconds; somebody who only looks holds the lock for a moment
_RENEWED = 1.0  # seconds between two writings of run.json


class AlreadyRunningError(RuntimeError):
    """The same file is being audited by another process; the text says which."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the process of an audit last said of itself.

    `rate` is in checks per second over the last minute, `hosts` are those being visited, `outcomes` count by status.
    """

    folder: Path
    source: str
    pid: int = 0
    started_at: datetime | None = None
    ended_at: datetime | None = None
    state: RunState = RunState.DIED
    says: str = ""
    audit: int = 0
    planned: int = 0
    done: int = 0
    rate: float = 0.0
    last: str = ""
    hosts: tuple[str, ...] = ()
    directories: tuple[HowFar, ...] = ()
    outcomes: Mapping[str, int] = field(default_factory=dict)
    arguments: tuple[str, ...] = field(default=())

    @property
    def is_running(self) -> bool:
        """True while its process lives."""
        return self.state is RunState.RUNNING

    @property
    def is_from_view(self) -> bool:
        """True when the web view started it, so that it knows how to continue it."""
        return (self.folder / "start.json").exists()

    @property
    def remaining(self) -> float | None:
        """Seconds that the rest takes at the present rate; None when there is none yet.

        Directories are asked side by side: the one that takes longest decides.
        """
        if not self.rate:
            return None
        return max((self.planned - self.done) / self.rate, *(one.remaining or 0.0 for one in self.directories), 0.0)

    @property
    def log(self) -> Path:
        """Where its words went when the web view started it."""
        return self.folder / "log.txt"


def run_folder(home: Path, source: str) -> Path:
    """The folder of the runs of one locations file (its resolved path)."""
    name = slug(Path(source).stem)[:40] or "locations"
    return home / "runs" / f"{name}-{sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def runs(home: Path) -> list[Run]:
    """The last run of every file, the newest first."""
    found = [read_run(file.parent) for file in (home / "runs").glob("*/run.json")]
    known = [run for run in found if run]
    return sorted(known, key=lambda run: run.started_at or datetime.min.replace(tzinfo=UTC), reverse=True)


def read_run(folder: Path) -> Run | None:
    """The last run in its folder; None when there was none."""
    said, started = _json(folder / "run.json"), _json(folder / "start.json")
    if not said:
        return None
    run = Run(
        folder,
        said["source"],
        said["pid"],
        _moment(said["started_at"]),
        _moment(said["ended_at"]),
        RunState(said["state"]),
        said["says"],
        audit=said["audit"],
        planned=said["planned"],
        done=said["done"],
        rate=said["rate"],
        last=said["last"],
        hosts=tuple(said["hosts"]),
        directories=tuple(HowFar(**one) for one in said.get("directories", ())),
        outcomes=said.get("outcomes", {}),
        arguments=tuple(started.get("arguments", ())),
    )
    if is_held(folder):
        return replace(run, state=RunState.RUNNING)
    return replace(run, state=RunState.DIED) if run.state is RunState.RUNNING else run


def is_held(folder: Path) -> bool:
    """True while a process audits this folder's file."""
    if not (folder / "lock").exists():
        return False
    lock = FileLock(folder / "lock", is_singleton=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False


class Recorder:
    """Says of a running audit how far it is; inside `with` no other process can audit the same file.

    Raises AlreadyRunningError.
    """

    def __init__(self, home: Path, source: str) -> None:
        self._folder = run_folder(home, source)
        self._lock = FileLock(self._folder / "lock", is_singleton=False)
        self._run = Run(self._folder, source, os.getpid(), datetime.now(UTC), state=RunState.RUNNING)
        self._hosts: Counter[str] = Counter()
        self._of_check: dict[tuple[str, str], str] = {}
        self._course: Course | None = None
        self._written = 0.0

    def __enter__(self) -> "Recorder":
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=_PATIENCE)
        except Timeout as error:
            other = read_run(self._folder)
            who = f" (process {other.pid})" if other else ""
            raise AlreadyRunningError(
                f"{self._run.source} is being audited already{who}; wait for its end, or stop it first"
            ) from error
        self._write()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        state, says = RunState.FINISHED, ""
        if kind is not None:
            state, says = RunState.FAILED, f"{kind.__name__}: {error}"
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            state, says = RunState.STOPPED, ""
        self._run = replace(self._run, state=state, says=says, ended_at=datetime.now(UTC), hosts=(), rate=0.0)
        self._write()
        self._lock.release()

    @property
    def run(self) -> Run:
        """What is known of it now."""
        return self._run

    def audit(self, info: AuditInfo, made: Mapping[tuple[str, Status], int]) -> None:
        """The audit has its number and its plan; `made` counts by directory and status what is done already."""
        self._course = Course(info, made)
        self._run = replace(self._run, audit=info.id, planned=info.planned, done=info.done)
        self._write()

    def begins(self, task: Task) -> None:
        """A check begins."""
        self._of_check[task.key] = task.host
        self._hosts[task.host] += 1
        self._write_sometimes()

    def checked(self, check: Check) -> None:
        """A check is in the store."""
        host = self._of_check.pop((check.location, check.directory), "")
        self._hosts -= Counter([host])
        if self._course:
            self._course.checked(check)
        last = f"{check.location} · {check.directory}: {check.status}"
        self._run = replace(self._run, done=self._run.done + 1, last=last)
        self._write_sometimes()

    def looked(self, done: int, made: Mapping[tuple[str, Status], int], hosts: Sequence[str]) -> None:
        """The fleet has made so many checks, `made` of them by directory and status, and is at these hosts."""
        if self._course:
            self._course.counted(made)
        self._hosts = Counter(hosts)
        self._run = replace(self._run, done=done)
        self._write_sometimes()

    def writes_reports(self) -> None:
        """The checks are done."""
        self._run = replace(self._run, says="Writing the reports.", hosts=())
        self._hosts.clear()
        self._write()

    def _write_sometimes(self) -> None:
        if time.monotonic() - self._written >= _RENEWED:
            self._run = replace(self._run, hosts=tuple(sorted(+self._hosts)))
            if self._course:
                directories = self._course.directories()
                rate = sum(one.rate for one in directories)
                self._run = replace(self._run, directories=directories, rate=rate, outcomes=self._course.outcomes)
            self._write()

    def _write(self) -> None:
        self._written = time.monotonic()
        said = {name: value for name, value in asdict(self._run).items() if name not in ("folder", "arguments")}
        with suppress(OSError):  # on a full disk it says nothing of itself, and whatever else is written tells of it
            write_json(self._folder / "run.json", said)


def write_json(file: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON file whole or not at all."""
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        part.write_text(json.dumps(content, default=str, ensure_ascii=False), encoding="utf-8", errors="replace")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text and text != "None" else None

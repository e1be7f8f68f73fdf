"""A fleet on this machine: `citations audit` on PostgreSQL, and workers in processes of their own."""

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from sqlalchemy.exc import DBAPIError

from citations.findings import settle, tally
from citations.models import Check
from citations.practice import Practice
from citations.store import AuditInfo, Store, StoreError, to_data
from citations.words import Status
from tests.audit.conftest import Command
from tests.store.sums import totals_agree

PATIENCE = 120.0  # seconds
Process = subprocess.Popen[str]


@dataclass(frozen=True)
class Fleet(Command):
    """The command of an audit that a fleet does, and the fleet's workers."""

    database: str = ""
    dead_after: float = 3.0
    started: list[Process] = field(default_factory=list)

    @property
    def environment(self) -> Mapping[str, str]:
        """The settings, the same on every machine."""
        return {
            **super().environment,
            "CITATIONS_DATABASE_URL": self.database,
            "PYTHONUNBUFFERED": "1",
        }

    def worker(self, *words: str, wrong_by: str = "", **settings: str) -> Process:
        """Start a worker on a machine of its own; `wrong_by` hours its clock goes wrong, one after another."""
        words = ("worker", "--dead-after", str(self.dead_after), *words)
        home = str(self.home / f"machine-{len(self.started)}")
        return self._start(
            words, {"CITATIONS_HOME": home, "CITATIONS_EVIDENCE": str(self.home / "evidence")} | settings, wrong_by
        )

    def begin(self, *words: str, on: str = "home") -> Process:
        """Start `citations audit` and leave it waiting for the fleet."""
        return self._start((*self.words[3:], *words), {"CITATIONS_HOME": str(self.home / on)})

    def type(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Another command, to its end."""
        line = [sys.executable, "-m", "citations", *words]
        return subprocess.run(line, env=self.environment, capture_output=True, text=True, check=False, timeout=120)

    def end(self) -> None:
        """Nothing goes on after a test."""
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.communicate()

    @property
    def store(self) -> Store:
        """The database, as anybody sees it."""
        return Store(self.database)

    @property
    def latest(self) -> AuditInfo | None:
        """The newest audit; None when there is none, or no database either."""
        with suppress(StoreError, DBAPIError):
            store = self.store
            try:
                return store.latest()
            finally:
                store.close()
        return None

    @property
    def checks(self) -> list[Check]:
        """The checks that are on disk."""
        store = self.store
        try:
            latest = store.latest()
            return store.checks(latest.id) if latest else []
        finally:
            store.close()

    def said(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The checks as `citations audit --json` prints them."""
        return {(check.location, check.directory): to_data(check) for check in self.checks}

    def rollups_agree(self) -> bool:
        """True when every rollup is what its location's checks add up to, and every total what its rollups do."""
        latest = self.latest
        assert latest
        made = Counter((check.location, check.status) for check in self.checks)
        store = self.store
        rollups, is_summed_up = store.rollups(latest.id), totals_agree(store, latest.id)
        store.close()
        return is_summed_up and all(
            rollup.statuses == {status: made[rollup.location, status] for status in Status} for rollup in rollups
        )

    def say_that_one_is_missing(self, client: str) -> None:
        """Let the newest audit say that one of the client's listings is not there."""
        store, latest = self.store, self.latest
        assert latest
        tiers = {directory.id: directory.tier for directory in latest.directories}
        listed = next(check for check in store.checks(latest.id, client=client) if check.status is Status.LISTED)
        missing = replace(listed, status=Status.NOT_LISTED, listing=None, comparison=None)
        store.save(latest.id, missing, tally(missing, tiers[missing.directory]))
        settle(store)
        store.close()

    def is_quiet(self) -> bool:
        """True when no worker is at a host."""
        return "at 0 host(s)" in self.type("fleet", "show").stdout

    def wait_for(self, checks: int) -> AuditInfo:
        """Until so many checks are on disk."""
        found: AuditInfo = until(lambda: (latest := self.latest) and latest.done >= checks and latest)
        return found

    def wait_for_end(self) -> AuditInfo:
        """Until the audit is finished."""
        found: AuditInfo = until(lambda: (latest := self.latest) and latest.is_finished and latest)
        return found

    def _start(self, words: tuple[str, ...] | list[str], settings: Mapping[str, str], wrong_by: str = "") -> Process:
        program = ["tests.audit.wrong_clock", wrong_by] if wrong_by else ["citations"]
        process = subprocess.Popen(
            [sys.executable, "-m", *program, *words],
            env={**self.environment, **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(process)
        return process


def until(holds: Callable[[], Any]) -> Any:
    """What `holds` gives as soon as it gives something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := holds():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not get that far")


def stop(process: Process) -> str:
    """End a worker as a person does; gives what it said."""
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    return said


def overlaps(practice: Practice) -> int:
    """How often a host was visited by two at once."""
    found = 0
    for asked in practice.requests.values():
        in_order = sorted(asked, key=lambda request: request.began)
        found += sum(later.began < (earlier.ended or later.began) for earlier, later in pairwise(in_order))
    return found


def hurry(practice: Practice, pace: float) -> float:
    """By how many seconds the visits to a host came sooner, from first to last, than its pace allows; at the most."""
    times = [sorted(request.began for request in asked) for asked in practice.requests.values()]
    return max((len(began) - 1) * pace - (began[-1] - began[0]) for began in times)


@contextmanager
def a_fleet(fleet: Fleet) -> Iterator[Fleet]:
    """A fleet whose processes end with the block."""
    try:
        yield fleet
    finally:
        fleet.end()

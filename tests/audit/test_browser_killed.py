"""An audit whose Chromium is killed again and again comes to what an undisturbed one comes to."""

import asyncio
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from citations.audit import begin, run
from citations.catalog import load_catalog
from citations.locations import read_locations
from citations.models import Check
from citations.practice import Practice, serve
from citations.settings import Settings
from citations.store import Store

SCRIPTED = ("practice_pinwheel",)


def _audit(practice: Practice, home: Path, on_check: Callable[[Check], None]) -> list[tuple[object, ...]]:
    """What the audit says of each check."""
    settings = Settings(_env_file=None, home=home, allow_private=practice.allow_private, pace=0)
    locations = read_locations(practice.locations_file).locations
    directories = load_catalog([practice.directories]).pick(SCRIPTED)
    store = Store(settings.database)
    audit = begin(store, "invented.csv", locations, directories, settings)
    assert asyncio.run(run(store, audit, locations, directories, settings, on_check=on_check)) == ()
    checks = store.checks(audit.id)
    store.close()
    assert any(check.how == "browser" for check in checks)
    return [
        (check.location, check.status, check.reason, check.how, check.listing, check.comparison) for check in checks
    ]


def _kill_browsers() -> None:
    """kill -9 of every Chromium that this process started."""
    found = subprocess.run(["pgrep", "-f", "remote-debugging-pipe"], capture_output=True, text=True, check=False)
    for pid in map(int, found.stdout.split()):
        if os.getpid() in _parents(pid):
            os.kill(pid, signal.SIGKILL)


def _parents(pid: int) -> list[int]:
    status = Path(f"/proc/{pid}/status")
    if pid <= 1 or not status.exists():
        return []
    parent = int(next(line for line in status.read_text().splitlines() if line.startswith("PPid")).split()[1])
    return [parent, *_parents(parent)]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="finds the browser's process under /proc")
def test_the_verdicts_are_the_same(tmp_path: Path) -> None:
    killed = 0

    def kill(check: Check) -> None:
        nonlocal killed
        if check.how == "browser" and killed < 3:
            killed += 1
            asyncio.get_running_loop().call_later(0.15 * killed, _kill_browsers)  # in the middle of the next visit

    with serve(seed=5, locations=4, port=0, out=tmp_path / "web", sites=SCRIPTED) as practice:
        undisturbed = _audit(practice, tmp_path / "undisturbed", lambda _: None)
        disturbed = _audit(practice, tmp_path / "disturbed", kill)
    assert killed == 3
    assert disturbed == undisturbed

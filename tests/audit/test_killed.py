"""An audit that is killed goes on with the same command: nothing is visited twice, the result is the same."""

import asyncio
import contextlib
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from citations.audit import begin, run
from citations.catalog import load_catalog
from citations.locations import read_locations
from citations.models import Check
from citations.practice import serve
from citations.settings import Settings
from citations.store import Store, StoreError
from citations.words import Reason, Status
from tests.audit.conftest import Command
from tests.audit.said import differences

# Not the wall: how many requests it has seen is part of its answer. It has a test of its own below.
DIRECTORIES = ("practice_townfolk", "practice_quarry", "practice_whisperwell", "own_website")


def finished(home: Path) -> list[Check]:
    """The checks that are on disk."""
    with contextlib.suppress(StoreError):
        store = Store(f"sqlite:///{home / 'citations.db'}")
        latest = store.latest()
        return store.checks(latest.id) if latest else []
    return []


def wait_for(home: Path, checks: int) -> None:
    """Until that many checks are on disk."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if (home / "citations.db").exists() and len(finished(home)) >= checks:
            return
        time.sleep(0.05)
    raise AssertionError("the audit did not get that far")


@pytest.mark.slow
def test_kill_and_go_on(tmp_path: Path) -> None:
    with serve(seed=5, locations=16, port=0, out=tmp_path / "web") as practice:
        undisturbed = Command(practice, tmp_path / "undisturbed", DIRECTORIES).run()
        command = Command(practice, tmp_path / "killed", DIRECTORIES)
        process = command.start()
        wait_for(command.home, checks=8)
        process.kill()
        process.wait()
        before = finished(command.home)
        assert 8 <= len(before) < len(undisturbed)
        practice.requests.clear()
        after = command.run()
        asked = {f"{site}{request.path}" for site, requests in practice.requests.items() for request in requests}
    assert differences(after, undisturbed) == []
    kept = {(check.location, check.directory): check for check in before}
    assert all(after[key]["evidence"] == check.evidence for key, check in kept.items())
    listings = {f"{check.directory}{urlsplit(check.url).path}" for check in before if check.status is Status.LISTED}
    assert listings
    assert not listings & asked


class Interrupted(Exception):  # noqa: N818
    """Somebody pressed Ctrl-C."""


@pytest.mark.slow
def test_a_host_that_blocked_us_is_not_asked_again_when_the_audit_goes_on(tmp_path: Path) -> None:
    with serve(seed=5, locations=16, port=0, out=tmp_path / "web") as practice:
        command = Command(practice, tmp_path / "home", ("practice_turnstile",))
        settings = Settings(home=command.home, allow_private=practice.allow_private, pace=0)
        locations = read_locations(practice.locations_file)
        directories = load_catalog([practice.directories]).pick(command.directories)

        def interrupt(check: Check) -> None:
            if check.reason is Reason.CAPTCHA:
                raise Interrupted

        store = Store(settings.database)
        audit = begin(store, str(locations.file.resolve()), locations.locations, directories, settings)
        with pytest.raises(Interrupted):
            asyncio.run(run(store, audit, locations.locations, directories, settings, on_check=interrupt))
        practice.requests.clear()
        after = command.run()
        assert practice.count("practice_turnstile") == 0
    assert {check["status"] for check in after.values()} == {"listed", "unverified", "not_applicable"}

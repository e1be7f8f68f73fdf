"""The machine's clock is moved in the middle of an audit, forward and back: the audit says the same all the same."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from citations.audit import begin, run
from citations.catalog import load_catalog
from citations.findings import settle
from citations.locations import read_locations
from citations.models import Check
from citations.practice import Practice, serve
from citations.settings import Settings
from citations.store import Store, to_data
from tests.audit.said import Said, differences
from tests.audit.test_killed import DIRECTORIES
from tests.store.sums import totals_agree

MOVED = {6: timedelta(days=2), 20: timedelta(days=-3), 40: timedelta(hours=1)}  # after so many checks, by so much


class Clock:
    """Moves the clock of this process when enough checks are made; the pace is kept by another one."""

    def __init__(self, moving: time_machine.Traveller | None) -> None:
        self.moving, self.checks = moving, 0

    def tick(self, _check: Check) -> None:
        self.checks += 1
        if self.moving and self.checks in MOVED:
            self.moving.shift(MOVED[self.checks])


def audited(practice: Practice, home: Path, clock: Clock) -> tuple[Said, Store]:
    """An audit in this process, settled."""
    settings = Settings(home=home, allow_private=practice.allow_private, pace=0, timeout=5)
    read = read_locations(practice.locations_file)
    directories = load_catalog([practice.directories]).pick(DIRECTORIES)
    store = Store(settings.database)
    audit = begin(store, str(read.file), read.locations, directories, settings)
    assert asyncio.run(run(store, audit, read.locations, directories, settings, on_check=clock.tick)) == ()
    settle(store)
    assert clock.checks == audit.planned
    assert totals_agree(store, audit.id)
    return {(check.location, check.directory): to_data(check) for check in store.checks(audit.id)}, store


@pytest.mark.slow
def test_a_clock_that_is_moved_changes_no_verdict(tmp_path: Path) -> None:
    with serve(seed=5, locations=16, port=0, out=tmp_path / "web") as practice:
        undisturbed, store = audited(practice, tmp_path / "undisturbed", Clock(None))
        store.close()
        with time_machine.travel(datetime.now(UTC), tick=True) as moving:
            moved, store = audited(practice, tmp_path / "moved", Clock(moving))
            assert differences(moved, undisturbed) == []
            moving.shift(timedelta(days=-30))
            _, again = audited(practice, tmp_path / "moved", Clock(None))
    assert not [kind for kind in again.history.counts(2) if kind.is_worse]
    assert again.fixes.of_audit(2).keys() == store.fixes.of_audit(1).keys()
    places = again.locations(2)
    spells = [spell for place in places for spell in again.history.spells(place.client, place.id)]
    assert len(spells) > len(places)
    assert {spell.until_audit for spell in spells} == {2}, "each place was seen to say the same still"
    store.close()
    again.close()

"""A fleet whose machines do not agree about the time: the database's clock is what counts for what they share."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from procrastinate.jobs import Job

from citations.audit.fleet import BackOff
from citations.audit.schedule import take_up_again
from citations.models import Check, Location
from citations.practice import serve
from citations.settings import Settings
from citations.store import DirectoryInfo, Store, Tally
from citations.web.budget import Budget
from citations.words import Priority, Reason, Status
from tests.audit.conftest import Command
from tests.audit.fleet import Fleet, a_fleet, hurry, overlaps, stop
from tests.audit.said import differences
from tests.audit.test_fleet import DIRECTORIES, PACE

PLACES = (Location("oak", "Oak Dental", client="Oak"),)
SITES = (DirectoryInfo("own_website", "Own website"),)
LEFT = Check("oak", "own_website", Status.UNVERIFIED, Reason.QUOTA, "today's requests are made")
A_MOMENT = timedelta(minutes=1)


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    opened = Store(postgres_url)
    yield opened
    opened.close()


@pytest.fixture(params=[timedelta(hours=-30), timedelta(days=1), timedelta(days=40)], ids=str)
def wrong(request: pytest.FixtureRequest) -> Iterator[timedelta]:
    """This machine's clock is wrong by so much."""
    with time_machine.travel(datetime.now(UTC) + request.param, tick=True):
        yield request.param


def clock_set_right(wrong: timedelta) -> "time_machine.travel":
    """What another machine does, whose clock is right."""
    return time_machine.travel(datetime.now(UTC) - wrong, tick=True)


def test_a_check_is_dated_by_the_shared_clock(store: Store, wrong: timedelta) -> None:
    audit = store.begin("places.csv", PLACES, SITES, [("oak", "own_website")])
    true = datetime.now(UTC) - wrong
    assert abs(audit.started_at - true) < A_MOMENT
    for seen_at in (datetime.now(UTC), datetime.now(UTC) - timedelta(days=2)):
        store.save(audit.id, Check("oak", "own_website", Status.LISTED, checked_at=seen_at), Tally())
        (kept,) = store.checks(audit.id)
        assert kept.checked_at
        assert abs(kept.checked_at - (true - (datetime.now(UTC) - seen_at))) < A_MOMENT


def test_a_day_s_budget_is_one_for_all_whatever_their_clocks(store: Store, wrong: timedelta) -> None:
    async def spend() -> bool:
        budget = Budget(store.requests)
        allowed = await budget.spend("directory.example", most=1)
        await budget.close()
        return allowed

    assert asyncio.run(spend())
    with clock_set_right(wrong):
        assert not asyncio.run(spend()), "a machine whose clock is right counts the same day"


def test_what_a_budget_left_today_waits_for_tomorrow(store: Store, wrong: timedelta) -> None:
    with clock_set_right(wrong):
        audit = store.begin("places.csv", PLACES, SITES, [("oak", "own_website")])
        store.shared.hand_outs.hand(audit.id, Priority.NORMAL)
        store.save(audit.id, LEFT, Tally())
        store.finish(audit.id)
    assert take_up_again(store, Settings(_env_file=None)) == []


def test_a_batch_that_failed_is_tried_again_soon(store: Store, wrong: timedelta) -> None:
    job = Job(id=1, queue="citations", lock="a.example", queueing_lock=None, task_name="visit", attempts=1)
    decision = BackOff(store.clock).get_retry_decision(exception=RuntimeError(), job=job)
    assert decision
    assert decision.retry_at
    assert timedelta(0) < decision.retry_at - (datetime.now(UTC) - wrong) < A_MOMENT


@pytest.mark.slow
def test_workers_whose_clocks_are_wrong_say_what_one_machine_says(tmp_path: Path, postgres_url: str) -> None:
    with serve(seed=5, locations=16, port=0, out=tmp_path / "web") as practice:
        undisturbed = Command(practice, tmp_path / "one-machine", DIRECTORIES).run()
        practice.requests.clear()
        with a_fleet(Fleet(practice, tmp_path / "home", DIRECTORIES, database=postgres_url, pace=PACE)) as fleet:
            workers = [fleet.worker(wrong_by="30"), fleet.worker(wrong_by="-50,0,4,-1000,0.5")]
            assert differences(fleet.run(), undisturbed) == []
            assert overlaps(practice) == 0
            assert hurry(practice, PACE) < 5 * PACE
            assert fleet.rollups_agree()
            now = datetime.now(UTC)
            assert all(check.checked_at and now - 10 * A_MOMENT < check.checked_at <= now for check in fleet.checks)
            for worker in workers:
                assert "Traceback" not in stop(worker)

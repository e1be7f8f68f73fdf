"""The fleet's queue, turns and schedules on a real PostgreSQL, in one process."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from procrastinate.jobs import Status

from citations.audit.queue import VISIT, Queue, Queued, open_queue
from citations.models import Check, Location
from citations.store import AuditInfo, DirectoryInfo, Schedule, Store, Tally
from citations.words import Every, Priority, Reason
from citations.words import Status as Outcome

PLACES = (Location("oak", "Oak Dental", client="Oak"),)
SITES = (DirectoryInfo("alpha", "Alpha Pages"),)
HOSTS = ("alpha.example", "beta.example")


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    opened = Store(postgres_url)
    yield opened
    opened.close()


@pytest.fixture
def audit(store: Store) -> AuditInfo:
    return store.begin("places.csv", PLACES, SITES, [("oak", "alpha")])


def with_queue(store: Store, work: Callable[[Queue], Awaitable[Any]]) -> Any:
    async def do() -> Any:
        async with open_queue(store.shared.queue_url()) as queue:
            return await work(queue)

    return asyncio.run(do())


async def fetched(queue: Queue) -> Any:
    """A job, taken by a worker that gives no sign of life ever after."""
    dead = await queue.app.job_manager.register_worker()
    job = await queue.app.job_manager.fetch_job(["citations"], dead)
    await queue.app.connector.execute_query_async(
        "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour' WHERE id = %(id)s", id=dead
    )
    return job


def test_each_host_waits_once_however_often_an_audit_is_handed_out(store: Store, audit: AuditInfo) -> None:
    async def work(queue: Queue) -> Queued:
        await asyncio.gather(*(queue.hand_out(audit.id, HOSTS, Priority.NORMAL) for _ in range(3)))
        await queue.visit(audit.id, HOSTS[0], Priority.NORMAL, 25)
        return await queue.of_audit(audit.id)

    assert with_queue(store, work) == Queued(waiting=HOSTS)


def test_audits_that_share_a_host_take_turns_and_the_urgent_one_goes_first(store: Store, audit: AuditInfo) -> None:
    async def work(queue: Queue) -> list[tuple[int, int]]:
        for number, priority in ((1, Priority.NORMAL), (2, Priority.NORMAL), (3, Priority.HIGH)):
            await queue.visit(number, HOSTS[0], priority)
        order = []
        worker = await queue.app.job_manager.register_worker()
        for _ in range(4):
            job = await queue.app.job_manager.fetch_job(["citations"], worker)
            assert job
            assert await queue.app.job_manager.fetch_job(["citations"], worker) is None, "the host is being visited"
            at, after = job.task_kwargs["audit"], job.task_kwargs["after"]
            order.append((at, after))
            if at != 3:
                await queue.visit(at, HOSTS[0], Priority.NORMAL, after + 25)
            await queue.app.job_manager.finish_job_by_id_async(job.id, Status.SUCCEEDED, delete_job=True)
        return order

    assert with_queue(store, work) == [(3, 0), (1, 0), (2, 0), (1, 25)]


def test_what_a_dead_worker_was_at_is_queued_again_once(store: Store, audit: AuditInfo) -> None:
    async def work(queue: Queue) -> tuple[Queued, Queued, list[bool]]:
        await queue.hand_out(audit.id, HOSTS, Priority.NORMAL)
        half, ended = await fetched(queue), await fetched(queue)
        await queue.visit(audit.id, ended.lock, Priority.NORMAL, 25)  # the last thing that it did
        assert half.task_name == VISIT
        before = await queue.of_audit(audit.id)
        await asyncio.gather(*(queue.take_over(30) for _ in range(3)))
        after = await queue.of_audit(audit.id)
        rows = await queue.app.connector.execute_query_all_async(
            "SELECT scheduled_at < now() - interval '1 day' AS due FROM procrastinate_jobs WHERE attempts > 0"
        )
        return before, after, [row["due"] for row in rows]

    before, after, due = with_queue(store, work)
    assert (before.waiting, before.doing) == (HOSTS[1:], HOSTS)
    assert after == Queued(waiting=HOSTS)
    assert due == [True], "at once, also where the clock of the machine that takes over is ahead of the database's"


def test_a_host_has_one_visitor_and_keeps_its_pace_for_all(store: Store) -> None:
    here, there = store.shared.turns(60), store.shared.turns(60)
    assert here.take("alpha.example", 5.0) == 0
    assert 4 < there.take("alpha.example", 0.0) <= 5
    assert there.take("beta.example", 0.0) == 0
    assert 0 < here.take("beta.example", 0.0) <= 1, "held, though no pace is asked for"
    there.give_back("alpha.example")
    there.give_back("beta.example")
    assert here.take("beta.example", 0.0) == 0
    here.give_back("beta.example")
    here.hold_off("beta.example", 20)
    assert 19 < there.take("beta.example", 0.0) <= 20


def test_what_a_budget_left_is_gone_on_with_on_the_next_day(store: Store, audit: AuditInfo) -> None:
    now, hand_outs = datetime.now(UTC), store.shared.hand_outs
    handed = hand_outs.hand(audit.id, Priority.HIGH)
    unmade = Check("oak", "alpha", Outcome.UNVERIFIED, Reason.QUOTA, checked_at=now)
    store.save(audit.id, unmade, Tally())
    store.finish(audit.id)
    assert hand_outs.left_by_a_budget(now) == []
    assert hand_outs.left_by_a_budget(now + timedelta(days=1)) == [handed]
    hand_outs.call_back(audit.id)
    assert hand_outs.left_by_a_budget(now + timedelta(days=1)) == []


def test_a_due_audit_is_begun_once_and_again_when_that_failed(store: Store, audit: AuditInfo) -> None:
    schedules, begun = store.shared.schedules, list[Schedule]()
    schedules.add("Oak", Every.WEEKLY, Priority.LOW, datetime.now(UTC) - timedelta(days=30))
    schedules.add("Fern", Every.MONTHLY, Priority.LOW, datetime.now(UTC) + timedelta(days=1))

    def begin(schedule: Schedule) -> int:
        begun.append(schedule)
        if len(begun) == 1:
            raise RuntimeError
        return audit.id

    with pytest.raises(RuntimeError):
        schedules.start_due(begin)
    assert schedules.start_due(begin)
    assert schedules.start_due(begin) is None
    assert [one.client for one in begun] == ["Oak", "Oak"]
    _, oak = schedules.all()
    assert (oak.client, oak.last_audit) == ("Oak", audit.id)
    assert timedelta(days=4) < oak.next_at - datetime.now(UTC) <= timedelta(days=7), "missed ones are not made up"
    assert schedules.remove("Oak")
    assert not schedules.remove("Oak")

"""A worker of the fleet, on any of its machines: it visits the hosts that were handed out.

A worker takes the next batch of a host, makes its checks one after another with the same `Work` as a single machine,
and queues the rest of the host for whoever is free. When every check is made, one worker parts shared listings and
ends the audit. Whatever happens to the queue or to a worker, the checks table tells what is still to do.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job

from citations.audit.at_hand import AtHand, Audits
from citations.audit.hand_out import DATABASE_TROUBLE
from citations.audit.outage import Outage
from citations.audit.queue import FINISH, NAME, VISIT, Queue, open_queue
from citations.audit.schedule import start_due, take_up_again
from citations.audit.work import HOSTS_AT_ONCE
from citations.findings import settle
from citations.settings import Settings
from citations.store import Clock, Store
from citations.web import EvidenceError

CHECKS_AT_ONCE = 25  # in a batch
MOST_ATTEMPTS = 6  # of a batch; they wait 2, 4, 8 … seconds
DEAD_AFTER = 30.0  # seconds without a sign of life
_SHORTEST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0  # seconds, without the database or without room for evidence
VISIT_AT_MOST = 15.0  # seconds beside the limit for a page: the browser's start, a picture

log = logging.getLogger(__name__)


class BackOff(BaseRetryStrategy):
    """When a batch that failed is tried again: after 2, 4, 8 … seconds by the clock that the queue goes by."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """The next time; None after the last attempt."""
        del exception
        if job.attempts >= MOST_ATTEMPTS:
            return None
        return RetryDecision(retry_at=self._clock.now() + timedelta(seconds=2 ** (job.attempts + 1)))


class FleetWorker:
    """Takes batches until it is stopped; then it finishes the checks that it is at and hands back the rest."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        hosts: int = HOSTS_AT_ONCE,
        dead_after: float = DEAD_AFTER,
        on_finished: Callable[[int], None] = lambda _audit: None,
    ) -> None:
        """`on_finished` is called with the number of each audit that this worker ends."""
        self._on_finished = on_finished
        self._store, self._settings, self._hosts, self._dead_after = store, settings, hosts, dead_after
        self._audits = Audits(store, settings, store.shared.turns(settings.timeout + VISIT_AT_MOST))
        self._called_back: dict[int, tuple[float, bool]] = {}
        self._stopping = asyncio.Event()
        self._no_room: asyncio.Future[None]
        self._pause = _SHORTEST_PAUSE
        self._queue: Queue

    def stop(self) -> None:
        """Finish the checks that are being made, hand back the rest, end."""
        self._stopping.set()

    async def work(self, *, until_idle: bool = False) -> None:
        """Take batches until `stop`, with `until_idle` until none is left that could be taken.

        When the database goes away, it is asked again until it is back; while no evidence can be written, nothing is
        taken. Raises StoreError when the database was never there.
        """
        url = self._store.shared.queue_url()
        while not self._stopping.is_set():
            try:
                async with open_queue(url, self._hosts + 4) as queue:
                    await self._work(queue, until_idle)
                if until_idle:
                    break
            except DATABASE_TROUBLE as error:
                log.warning("the database does not answer (%s); asking again in %.0f s", error, self._pause)
            except EvidenceError as error:
                log.warning("%s; others may take what is left, and this one tries again in %.0f s", error, self._pause)
            if not self._stopping.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), self._pause)
                self._pause = min(self._pause * 2, _LONGEST_PAUSE)
        await self._audits.close()

    async def _work(self, queue: Queue, until_idle: bool) -> None:
        self._queue, self._no_room = queue, asyncio.get_running_loop().create_future()
        retry = BackOff(self._store.clock)
        queue.app.task(name=VISIT, retry=retry)(self._visit)
        queue.app.task(name=FINISH, retry=retry)(self._finish)
        await self._tend(queue)
        tending = asyncio.create_task(self._keep_tending(queue))
        working = asyncio.create_task(
            queue.app.run_worker_async(
                queues=[NAME],
                concurrency=self._hosts,
                wait=not until_idle,
                delete_jobs="successful",
                install_signal_handlers=False,
                fetch_job_polling_interval=1.0,
                update_heartbeat_interval=self._dead_after / 3,
                stalled_worker_timeout=self._dead_after,
            )
        )
        stopping = asyncio.create_task(self._stopping.wait())
        try:
            ends: set[asyncio.Future[Any]] = {working, stopping, self._no_room}
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
            if not working.done():
                working.cancel()  # procrastinate waits for the jobs, and they for their checks
            with suppress(asyncio.CancelledError):
                await working
            if self._no_room.done():
                self._no_room.result()
        finally:
            for task in (tending, stopping):
                task.cancel()

    async def _visit(self, audit: int, host: str, after: int) -> None:
        """A batch of checks at one host."""
        async with self._audits.use(audit) as at_hand:
            if at_hand is None:
                return
            rest = await self._batch(at_hand, host, after)
            if rest is not None:
                await self._queue.visit(audit, host, at_hand.handed.priority, rest)
            elif self._is_complete(audit):
                await self._queue.finish(audit, at_hand.handed.priority)

    async def _batch(self, at_hand: AtHand, host: str, after: int) -> int | None:
        """Make the next checks at `host`; the number of the next one to make, None when none is left."""
        await asyncio.to_thread(at_hand.stay_away, self._store, host)
        for made, (number, task) in enumerate(at_hand.to_do(self._store, host, after)):
            if made == CHECKS_AT_ONCE or self._is_ending or self._is_called_back(at_hand.audit.id):
                return number
            try:
                await at_hand.work.do(task)
            except EvidenceError as error:
                self._take_nothing(error)
                return number
            self._pause = _SHORTEST_PAUSE
        return None

    def _take_nothing(self, error: EvidenceError) -> None:
        """Hand back what is not made: there is no room for its evidence here."""
        if not self._no_room.done():
            self._no_room.set_exception(error)

    @property
    def _is_ending(self) -> bool:
        return self._stopping.is_set() or self._no_room.done()

    def _is_called_back(self, audit: int) -> bool:
        """Whether the audit was called back, as it stood within the last second."""
        now = time.monotonic()
        looked_at, called_back = self._called_back.get(audit, (0.0, False))
        if now - looked_at > 1.0:
            handed = self._store.shared.hand_outs.of(audit)
            called_back = handed is None or handed.is_called_back
            self._called_back[audit] = now, called_back
        return called_back

    def _is_complete(self, audit: int) -> bool:
        now = self._store.audit(audit)
        return now.done >= now.planned

    async def _finish(self, audit: int) -> None:
        """Part the listings that several locations were found at, and end the audit."""
        async with self._audits.use(audit) as at_hand:
            if at_hand is None:
                return
            try:
                await Outage(at_hand.work, self._settings.patience).sit_out()
                await at_hand.work.part()
            except EvidenceError as error:
                self._take_nothing(error)
                return  # whoever tends to the queue finds that nothing is left but this
            self._store.finish(audit)
            await asyncio.to_thread(settle, self._store)
            await asyncio.to_thread(self._on_finished, audit)

    async def _keep_tending(self, queue: Queue) -> None:
        while True:
            await asyncio.sleep(self._dead_after / 3)
            try:
                await self._tend(queue)
            except DATABASE_TROUBLE as error:
                log.warning("the database does not answer: %s", error)

    async def _tend(self, queue: Queue) -> None:
        """Take over what dead workers left, queue again what the queue has lost, begin audits whose time has come."""
        taken = await queue.take_over(self._dead_after)
        if taken:
            log.warning("%d batch(es) of workers that died are queued again", taken)
        for schedule in await asyncio.to_thread(start_due, self._store, self._settings):
            log.info("the %s audit of %s is begun", schedule.every, schedule.client)
        for audit in await asyncio.to_thread(take_up_again, self._store, self._settings):
            log.info("audit %d goes on: what the budget of yesterday left is made today", audit)
        for handed in self._store.shared.hand_outs.under_way():
            queued = await queue.of_audit(handed.audit)
            if not queued.is_idle or queued.given_up:
                continue
            if self._is_complete(handed.audit):
                await queue.finish(handed.audit, handed.priority)
                continue
            async with self._audits.use(handed.audit) as at_hand:
                if at_hand:
                    await queue.hand_out(handed.audit, at_hand.queues.hosts, handed.priority)

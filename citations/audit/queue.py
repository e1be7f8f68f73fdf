"""The fleet's queue, in the same PostgreSQL as the checks: who may visit which host next.

A job is a bounded batch of checks of one audit at one host, and no other job of that host runs meanwhile. The next
batch is queued when one is done, so that there is at most one waiting for each host of each audit: the queue stays
short however much is planned, and audits that share a host take turns. What was checked stands in the checks
table alone; a queue that lost its jobs is filled anew from it.
"""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException, UniqueViolation
from procrastinate.jobs import Job

from citations.words import Priority

VISIT, FINISH = "visit", "finish"
NAME = "citations"
_AT_ONCE = 500  # jobs in one statement
_LONG_DUE = datetime(2000, 1, 1, tzinfo=UTC)  # by the clock of every machine, however wrong it goes

_OF_AUDIT = """
    SELECT status::text AS status, task_name AS task, lock, queueing_lock AS key FROM procrastinate_jobs
    WHERE queue_name = 'citations' AND (args->>'audit')::int = %(audit)s
"""
_WORKERS = """
    SELECT w.id, extract(epoch FROM now() - w.last_heartbeat)::float AS silent, count(j.id) AS busy
    FROM procrastinate_workers w LEFT JOIN procrastinate_jobs j ON j.worker_id = w.id AND j.status = 'doing'
    GROUP BY w.id ORDER BY w.id
"""
_LENGTHS = """
    SELECT (args->>'audit')::int AS audit, status::text AS status, count(*) AS jobs FROM procrastinate_jobs
    WHERE queue_name = 'citations' GROUP BY 1, 2
"""
_CLEAR = """
    DELETE FROM procrastinate_jobs WHERE queue_name = 'citations' AND (args->>'audit')::int = %(audit)s
    AND status::text = ANY(%(states)s)
"""
_FORGET = "DELETE FROM procrastinate_jobs WHERE id = %(id)s AND status = 'doing'"
_PRIORITISE = """
    UPDATE procrastinate_jobs SET priority = %(priority)s
    WHERE queue_name = 'citations' AND (args->>'audit')::int = %(audit)s AND status = 'todo'
"""


@dataclass(frozen=True, slots=True)
class Queued:
    """The jobs of one audit, by host: those that wait, those being done, those given up after several attempts."""

    waiting: Sequence[str] = ()
    doing: Sequence[str] = ()
    given_up: Sequence[str] = ()

    @property
    def is_idle(self) -> bool:
        """True when nothing will happen by itself."""
        return not (self.waiting or self.doing)


@dataclass(frozen=True, slots=True)
class Alive:
    """A worker: seconds since its last sign of life, and how many hosts it is at."""

    id: int
    silent: float
    busy: int


class Queue:
    """Jobs in and out; made by `open_queue`."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def visit(self, audit: int, host: str, priority: Priority, after: int = 0) -> None:
        """Queue the next batch of an audit at `host`, from its check number `after` on; once, however often asked."""
        with suppress(AlreadyEnqueued):
            await self.app.job_manager.defer_job_async(_visit(audit, host, priority, after))

    async def finish(self, audit: int, priority: Priority) -> None:
        """Queue what is to be done when every check of an audit is made."""
        with suppress(AlreadyEnqueued):
            await self.app.job_manager.defer_job_async(_job(FINISH, f"audit {audit}", priority, {"audit": audit}))

    async def hand_out(self, audit: int, hosts: Iterable[str], priority: Priority) -> None:
        """Queue a batch for each of these hosts that none waits for; what was given up before is tried again."""
        await self.clear(audit, "failed")
        keys = {row["key"] for row in await self._of(audit) if row["status"] == "todo"}
        jobs = [job for job in (_visit(audit, host, priority) for host in hosts) if job.queueing_lock not in keys]
        for start in range(0, len(jobs), _AT_ONCE):
            part = jobs[start : start + _AT_ONCE]
            try:
                await self.app.job_manager.batch_defer_jobs_async(part)
            except AlreadyEnqueued:  # somebody hands out the same audit
                for job in part:
                    with suppress(AlreadyEnqueued):
                        await self.app.job_manager.defer_job_async(job)

    async def clear(self, audit: int, *states: str) -> None:
        """Let the audit's jobs go that are in these states."""
        await self.app.connector.execute_query_async(_CLEAR, audit=audit, states=list(states))

    async def prioritise(self, audit: int, priority: Priority) -> None:
        """Make what waits of an audit more urgent, or less."""
        await self.app.connector.execute_query_async(_PRIORITISE, audit=audit, priority=priority.number)

    async def of_audit(self, audit: int) -> Queued:
        """What is queued of one audit."""
        rows = await self._of(audit)

        def hosts(*states: str) -> Sequence[str]:
            return tuple(sorted(row["lock"] for row in rows if row["status"] in states))

        return Queued(hosts("todo"), hosts("doing"), hosts("failed"))

    async def workers(self) -> Sequence[Alive]:
        """Every worker that did not say goodbye."""
        rows = await self.app.connector.execute_query_all_async(_WORKERS)
        return tuple(Alive(row["id"], row["silent"], row["busy"]) for row in rows)

    async def lengths(self) -> Mapping[int, Mapping[str, int]]:
        """Audit -> state -> how many jobs."""
        found: dict[int, dict[str, int]] = {}
        for row in await self.app.connector.execute_query_all_async(_LENGTHS):
            found.setdefault(row["audit"], {})[row["status"]] = row["jobs"]
        return found

    async def take_over(self, seconds: float) -> int:
        """Queue again what workers were at that gave no sign of life for so many seconds; says how many jobs."""
        manager = self.app.job_manager
        stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=seconds))
        for job in stalled:
            try:
                await manager.retry_job(job, retry_at=_LONG_DUE)
            except UniqueViolation:  # the worker died when it had queued the next batch already
                await self.app.connector.execute_query_async(_FORGET, id=job.id)
            except ConnectorException:  # another machine was quicker
                continue
        return len(stalled)

    async def _of(self, audit: int) -> Sequence[Mapping[str, Any]]:
        return await self.app.connector.execute_query_all_async(_OF_AUDIT, audit=audit)


@asynccontextmanager
async def open_queue(url: str, connections: int = 2) -> AsyncIterator[Queue]:
    """The queue at `url`, as `Store.queue_url` gives it."""
    app = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=connections))
    async with app.open_async():
        yield Queue(app)


def _visit(audit: int, host: str, priority: Priority, after: int = 0) -> Job:
    return _job(VISIT, host, priority, {"audit": audit, "host": host, "after": after})


def _job(task: str, lock: str, priority: Priority, args: dict[str, Any]) -> Job:
    key = f"{task} {args['audit']} {lock}"
    return Job(queue=NAME, task_name=task, lock=lock, queueing_lock=key, priority=priority.number, task_kwargs=args)

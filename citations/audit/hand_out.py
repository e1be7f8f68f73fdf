"""Hand an audit to the fleet, watch it, call it back."""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from procrastinate.exceptions import ConnectorException
from psycopg_pool import PoolTimeout
from sqlalchemy.exc import DBAPIError

from citations.audit.host_queues import HostQueues
from citations.audit.queue import Queue, Queued
from citations.audit.work import OUR_FAULT
from citations.directory import Directory
from citations.models import Check, Location
from citations.store import AuditInfo, Store, StoreError
from citations.words import Priority, Status

DATABASE_TROUBLE = (ConnectorException, PoolTimeout, DBAPIError, StoreError)
_LOOK_EVERY = 1.0  # seconds
_COUNT_EVERY = 10  # looks; counting by directory reads a row for each check
_PATIENCE = 300  # looks in a row that the database may leave without an answer

Made = Mapping[tuple[str, Status], int]
OnLook = Callable[[AuditInfo, Made, Queued], None]


class CalledBackError(RuntimeError):
    """Somebody called the audit back; the text says so."""


class GivenUpError(RuntimeError):
    """The fleet gave some hosts up after several attempts; the text names them."""


async def hand_out(
    store: Store,
    queue: Queue,
    audit: AuditInfo,
    locations: Sequence[Location],
    directories: Sequence[Directory],
    priority: Priority = Priority.NORMAL,
) -> None:
    """Hand the hosts of `audit` to the fleet, also again: no batch is queued twice, what is done is not done again."""
    store.shared.hand_outs.hand(audit.id, priority)
    await queue.hand_out(audit.id, HostQueues(locations, directories).hosts, priority)


async def call_back(store: Store, queue: Queue, audit: int) -> None:
    """Take back what waits of an audit; checks that are being made are finished and kept."""
    store.shared.hand_outs.call_back(audit)
    await queue.clear(audit, "todo", "failed")


async def watch(store: Store, queue: Queue, audit: int, on_look: OnLook) -> None:
    """Wait for the fleet to finish `audit`; `on_look` hears about every second how far it is.

    It hears the number of checks, then those by directory and status, which are counted less often.

    Raises CalledBackError, and GivenUpError when nothing happens any more.
    """
    silent, looks = 0, 0
    made: Made = {}
    while True:
        try:
            now, handed, queued = store.audit(audit), store.shared.hand_outs.of(audit), await queue.of_audit(audit)
            made = store.answers.counts(audit) if looks % _COUNT_EVERY == 0 or now.is_finished else made
            silent, looks = 0, looks + 1
        except DATABASE_TROUBLE:
            silent += 1
            if silent > _PATIENCE:
                raise
            await asyncio.sleep(_LOOK_EVERY)
            continue
        on_look(now, made, queued)
        if now.is_finished:
            return
        if handed and handed.is_called_back:
            raise CalledBackError(f"audit {audit} was called back; what is done is kept")
        if queued.is_idle and queued.given_up:
            raise GivenUpError(
                f"the fleet gave up {', '.join(queued.given_up)} after several attempts; its workers say why. The same"
                " command tries again"
            )
        await asyncio.sleep(_LOOK_EVERY)


def failed_checks(store: Store, audit: int) -> tuple[Check, ...]:
    """The checks that failed inside our own code, whichever machine made them."""
    return tuple(check for check in store.checks(audit) if check.detail.startswith(OUR_FAULT))

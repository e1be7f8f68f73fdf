"""What a worker of the fleet keeps at hand of the audits that it works on, so that a batch begins at once."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from citations.audit.host_queues import HostQueues
from citations.audit.plan import Task
from citations.audit.work import Work, checker, page_cache, stay_away
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.settings import Settings
from citations.store import AuditInfo, HandOut, Store
from citations.web import Budget, Visitor
from citations.web.pacing import SharedTurns

MOST_AUDITS = 4
LOOKED_UP_AT_ONCE = 200  # checks, when those are passed over that are made already


@dataclass
class AtHand:
    """One audit: what it covers, and who checks it; `users` counts the batches that are being done."""

    handed: HandOut
    audit: AuditInfo
    directories: Sequence[Directory]
    queues: HostQueues
    visitor: Visitor
    work: Work
    users: int = 0

    def to_do(self, store: Store, host: str, after: int) -> Iterator[tuple[int, Task]]:
        """The checks at `host` that are not made yet, from its check number `after` on, with their numbers.

        Raises NoSuchHostError.
        """
        length = self.queues.length(host)
        for start in range(after, length, LOOKED_UP_AT_ONCE):
            numbers = range(start, min(start + LOOKED_UP_AT_ONCE, length))
            part = [(number, self.queues.task(host, number)) for number in numbers]
            done = store.done(self.audit.id, list({task.location.id for _, task in part}))
            yield from ((number, task) for number, task in part if task.key not in done)

    def stay_away(self, store: Store, host: str) -> None:
        """Leave the host alone when it blocked this audit, or its pages have changed, whichever machine saw it."""
        breaker = self.work.checker.breaker
        for directory in self.queues.directories(host):
            stay_away(self.visitor, store.answers.hard_blocks(self.audit.id, directory.id, most=1))
            looks = store.answers.last_looks(self.audit.id, directory.id, breaker.looks, breaker.enough)
            breaker.recall(directory.id, looks)


class Audits:
    """The audits at hand, a few at a time; they share the machine's turns at hosts."""

    def __init__(self, store: Store, settings: Settings, turns: SharedTurns) -> None:
        self._store, self._settings, self._turns = store, settings, turns
        self._at_hand: dict[int, AtHand] = {}
        self._fetching = asyncio.Lock()

    @asynccontextmanager
    async def use(self, audit: int) -> AsyncIterator[AtHand | None]:
        """The audit as it is planned now; None when it is finished or was called back."""
        handed = self._store.shared.hand_outs.of(audit)
        if handed is None or handed.is_called_back:
            yield None
            return
        async with self._fetching:
            at_hand = await self._get(handed)
        if at_hand.audit.is_finished:
            yield None
            return
        at_hand.users += 1
        try:
            yield at_hand
        finally:
            at_hand.users -= 1

    async def close(self) -> None:
        """Let all of them go."""
        for at_hand in self._at_hand.values():
            await at_hand.visitor.__aexit__(None, None, None)
        self._at_hand.clear()

    async def _get(self, handed: HandOut) -> AtHand:
        known = self._at_hand.get(handed.audit)
        if known and known.handed.handed_at == handed.handed_at:
            return known
        made = await asyncio.to_thread(self._make, handed)
        self._at_hand[handed.audit] = made
        if known and not known.users:
            await known.visitor.__aexit__(None, None, None)
        idle = [one for one in self._at_hand.values() if not one.users and one is not made]
        for one in idle[: max(0, len(self._at_hand) - MOST_AUDITS)]:
            del self._at_hand[one.audit.id]
            await one.visitor.__aexit__(None, None, None)
        return made

    def _make(self, handed: HandOut) -> AtHand:
        audit = self._store.audit(handed.audit)
        planned = [info.id for info in audit.directories]
        catalog = load_catalog(self._settings.directories).directories
        directories = tuple(catalog[key] for key in planned if key in catalog)
        locations = self._store.locations(audit.id)
        cache = page_cache(self._settings, fresh=True)  # nobody here knows whether the audit was to be fresh
        visitor = Visitor(self._settings, turns=self._turns, cache=cache, budget=Budget(self._store.requests))
        work = Work(self._store, audit, checker(visitor, self._settings, locations, directories), directories)
        return AtHand(handed, audit, directories, HostQueues(locations, directories), visitor, work)

"""Run an audit on this machine: every host at its own pace, hosts side by side, each check kept at once."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from citations.audit.check import Checker
from citations.audit.family import derived_addresses, relatives
from citations.audit.health import HealthBook
from citations.audit.look import Looker
from citations.audit.owners import OWNER_EXPORT
from citations.audit.plan import Task, by_host, plan
from citations.audit.shared_listings import Parted, SharedListings
from citations.directory import Directory
from citations.findings import tally
from citations.models import Check, Location, Obstacle
from citations.nap import Batch
from citations.settings import Settings
from citations.store import BY_A_PERSON, NOTHING_DECIDED, AuditInfo, DirectoryInfo, Store
from citations.web import EvidenceFolder, Visitor, find_chromium
from citations.words import Reason, Status

HOSTS_AT_ONCE = 16
SECOND_LOOKS = 3  # looking past a sister's listing may end at another sister's

_BROUGHT = BY_A_PERSON | {OWNER_EXPORT}

log = logging.getLogger(__name__)
OnCheck = Callable[[Check], None]
OnBegin = Callable[[Task], None]


def begin(
    store: Store,
    source: str,
    locations: Sequence[Location],
    directories: Sequence[Directory],
    settings: Settings,
    *,
    fresh: bool = False,
) -> AuditInfo:
    """Start an audit of `source` in the store, or take up the one that was not finished."""
    infos = [DirectoryInfo(directory.id, directory.name, directory.tier) for directory in directories]
    planned = [task.key for task in plan(locations, directories)]
    return store.begin(source, locations, infos, planned, fresh=fresh, max_age=timedelta(days=settings.max_age))


async def run(
    store: Store,
    audit: AuditInfo,
    locations: Sequence[Location],
    directories: Sequence[Directory],
    settings: Settings,
    *,
    visitor: Visitor | None = None,
    on_check: OnCheck | None = None,
    on_begin: OnBegin | None = None,
) -> tuple[Check, ...]:
    """Do every check of `audit` that is not done yet; returns those that failed inside our own code.

    At last each listing is given to one location; whoever was found at a sister's is looked for once more, past it.
    `on_begin` hears of each check when it begins. Each is in the store before `on_check` hears of it and
    before its host's next one begins.
    """
    done = store.done(audit.id)
    tasks = [task for task in plan(locations, directories) if task.key not in done]
    async with visitor or Visitor(settings) as visiting:
        _stay_away(visiting, store.hard_blocks(audit.id))
        looker = Looker(visiting, settings, has_browser=find_chromium(settings) is not None)
        degraded = HealthBook(settings.home).degraded(directories)
        checker = Checker(looker, EvidenceFolder(settings.evidence_folder), Batch(locations), degraded)
        worker = _Worker(store, audit, checker, directories, on_check, on_begin)
        await worker.work_all(tasks)
        await worker.part(SharedListings(store, audit, checker.batch, directories), plan(locations, directories))
    store.finish(audit.id)
    return tuple(worker.failed)


def _stay_away(visitor: Visitor, blocked: Sequence[Check]) -> None:
    """A host that blocked this audit before it was interrupted is not asked again when it goes on."""
    for check in blocked:
        if check.reason and check.tried:
            visitor.give_up(check.tried[-1], Obstacle(check.reason, check.detail))


class _Worker:
    """Does checks; `taken` are the listings that are known to be a sister's, by URL with her name."""

    def __init__(
        self,
        store: Store,
        audit: AuditInfo,
        checker: Checker,
        directories: Sequence[Directory],
        on_check: OnCheck | None,
        on_begin: OnBegin | None,
    ) -> None:
        self.directories = directories
        self.store, self.audit, self.checker, self.on_check, self.on_begin = store, audit, checker, on_check, on_begin
        self.tiers = {directory.id: directory.tier for directory in audit.directories}
        self.decided = store.people.decided(audit.source)
        self.failed: list[Check] = []
        self.taken: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    async def work_all(self, tasks: Sequence[Task]) -> None:
        """Do these checks, hosts side by side."""
        at_once = asyncio.Semaphore(HOSTS_AT_ONCE)
        await asyncio.gather(*(self._work(queue, at_once) for queue in by_host(tasks).values()))

    async def part(self, shared: SharedListings, tasks: Sequence[Task]) -> None:
        """Give each listing to one location, and look once more for those whose listing is a sister's."""
        self.on_begin = self.on_check = None  # each check was told of once
        of_key = {task.key: task for task in tasks}
        for _ in range(SECOND_LOOKS):
            again = [of_key[parted.check.location, parted.check.directory] for parted in self._lost(shared.settle())]
            await self.work_all(again)
            if not again:
                return
        shared.settle()

    def _lost(self, parted: Iterable[Parted]) -> Iterator[Parted]:
        """Those that have to be looked for past a listing that was not known to be a sister's."""
        for one in parted:
            taken = self.taken[one.check.location, one.check.directory]
            is_news = not one.taken.keys() <= taken.keys()
            taken |= one.taken
            if is_news and one.check.status is not Status.LISTED and one.check.how not in _BROUGHT:
                yield one

    async def _work(self, queue: Sequence[Task], at_once: asyncio.Semaphore) -> None:
        """Do the checks of one host in order."""
        async with at_once:
            for task in queue:
                if self.on_begin:
                    self.on_begin(task)
                check = await self._check(task)
                self.store.save(self.audit.id, check, tally(check, self.tiers[task.directory.id]))
                if self.on_check:
                    self.on_check(check)

    async def _check(self, task: Task) -> Check:
        location, directory = task.location, task.directory
        seen = self.store.seen(location.id, location.client, directory.id, source=self.audit.source)
        decided = self.decided.get((location.client, location.id, directory.id), NOTHING_DECIDED)
        derived = self._derived(location, directory)
        try:
            return await self.checker.check(location, directory, seen, decided, self.taken[task.key], derived)
        except Exception as error:  # a stranger's page or a user's directory file must not end the audit
            log.debug("the check of %s in %s failed", location.id, directory.id, exc_info=True)
            detail = f"the check itself failed: {type(error).__name__}: {error}"
            check = Check(location.id, directory.id, Status.UNVERIFIED, Reason.DEGRADED, detail)
            self.failed.append(check)
            return check

    def _derived(self, location: Location, directory: Directory) -> list[str]:
        """Where the listing is by what an audit found, or the record says, in directories of the same family."""

        def known(other: Directory) -> str:
            return next(iter(self.store.seen(location.id, location.client, other.id, source=self.audit.source)), "")

        return list(derived_addresses(location, directory, relatives(directory, self.directories), known))

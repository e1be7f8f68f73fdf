"""The checks of an audit, one after another at each host, hosts side by side; each is kept as soon as it is made.

The same on one machine and in a fleet: they differ only in who hands out the hosts.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from citations.audit.breaker import Breaker
from citations.audit.check import Checker
from citations.audit.family import derived_addresses, relatives
from citations.audit.health import HealthBook
from citations.audit.host_book import HostBook
from citations.audit.look import Looker
from citations.audit.plan import Task, by_host
from citations.audit.shared_listings import Parted, SharedListings
from citations.directory import Directory
from citations.findings import tally
from citations.models import Check, Location, Obstacle
from citations.nap import Batch
from citations.settings import Settings
from citations.store import BY_A_PERSON, NOTHING_DECIDED, AuditInfo, Store, StoreError
from citations.web import Budget, EvidenceError, EvidenceFolder, PageCache, Visitor, has_browser
from citations.words import OWNER_EXPORT, Reason, Status

HOSTS_AT_ONCE = 64  # most of them wait for their pace; what goes on at once is bounded where it is done
SECOND_LOOKS = 3  # looking past a sister's listing may end at another sister's
OUR_FAULT = "the check itself failed: "

_BROUGHT = BY_A_PERSON | {OWNER_EXPORT}

log = logging.getLogger(__name__)
OnCheck = Callable[[Check], None]
OnBegin = Callable[[Task], None]


def checker(
    visitor: Visitor, settings: Settings, locations: Sequence[Location], directories: Sequence[Directory]
) -> Checker:
    """Whoever checks `locations` with `visitor`; directories that a live check found degraded are left alone."""
    hosts = HostBook(settings.home / "hosts.json")
    looker = Looker(visitor, settings, has_browser=has_browser(settings), hosts=hosts)
    degraded = HealthBook(settings.home).degraded(directories)
    breaker = Breaker(settings.breaker_looks, settings.breaker_share)
    return Checker(looker, EvidenceFolder(settings.evidence_folder), Batch(locations), degraded, breaker)


def counted_visitor(settings: Settings) -> Visitor:
    """A visitor for whatever is no audit: its requests count with those of all programs on the same database."""
    return Visitor(settings, budget=Budget(Store(settings.database).requests))


def page_cache(settings: Settings, *, fresh: bool = False) -> PageCache:
    """The pages of earlier visits; they stand in for a visit only where the user set how old they may be."""
    may_stand_in = "max_age" in settings.model_fields_set and not fresh
    return PageCache(settings.home / "pages", timedelta(days=settings.max_age) if may_stand_in else None)


def stay_away(visitor: Visitor, blocked: Iterable[Check]) -> None:
    """A host that blocked this audit before it was interrupted is not asked again when it goes on."""
    for check in blocked:
        if check.reason and check.tried:
            visitor.give_up(check.tried[-1], Obstacle(check.reason, check.detail))


class Work:
    """Does checks; `taken` are the listings that are known to be a sister's, by URL with her name."""

    def __init__(
        self,
        store: Store,
        audit: AuditInfo,
        checker: Checker,
        directories: Sequence[Directory],
        on_check: OnCheck | None = None,
        on_begin: OnBegin | None = None,
    ) -> None:
        self.directories = directories
        self.store, self.audit, self.checker, self.on_check, self.on_begin = store, audit, checker, on_check, on_begin
        self.tiers = {directory.id: directory.tier for directory in audit.directories}
        self.decided = store.people.decided(audit.source)
        self.failed: list[Check] = []
        self.outdated: set[tuple[str, str]] = set()  # checks whose listing is a sister's, until the next look
        self.cut_short: set[tuple[str, str]] = set()  # checks that heard nothing at one of their pages
        self.taken: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    async def work_all(self, tasks: Sequence[Task]) -> None:
        """Do these checks, hosts side by side; those with the most to do first, since they end last."""
        at_once = asyncio.Semaphore(HOSTS_AT_ONCE)
        queues = sorted(by_host(tasks).values(), key=len, reverse=True)
        await asyncio.gather(*(self._work(queue, at_once) for queue in queues))

    def tell_no_more(self) -> None:
        """From now on checks are made once more, and each was told of once."""
        self.on_begin = self.on_check = None

    async def part(self) -> None:
        """Give each listing to one location, and look once more for those whose listing is a sister's.

        The check of a location that is looked for once more stays as it is until that look is made: whoever is killed
        in between finds it again and looks then.
        """
        self.tell_no_more()
        shared = SharedListings(self.store, self.audit, self.checker.batch, self.directories)
        places = {place.id: place for place in self.checker.batch.locations}
        sites = {directory.id: directory for directory in self.directories}
        for _ in range(SECOND_LOOKS):
            parted = shared.part()
            again = [Task(places[one.check.location], sites[one.check.directory]) for one in self._lost(parted)]
            self.outdated = {task.key for task in again}
            shared.keep(one for one in parted if _key(one.check) not in self.outdated)
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
                await self.do(task)

    async def do(self, task: Task) -> None:
        """Make one check and keep it."""
        if self.on_begin:
            self.on_begin(task)
        check = await self._check(task)
        self.checker.breaker.learn(check, task.directory)
        self.store.save(self.audit.id, check, tally(check, self.tiers[task.directory.id]))
        self.outdated.discard(task.key)
        (self.cut_short.add if _is_cut_short(check) else self.cut_short.discard)(task.key)
        if self.on_check:
            self.on_check(check)

    async def _check(self, task: Task) -> Check:
        location, directory = task.location, task.directory
        seen = self._seen(location, directory)
        decided = self.decided.get((location.client, location.id, directory.id), NOTHING_DECIDED)
        derived = self._derived(location, directory)
        try:
            return await self.checker.check(location, directory, seen, decided, self.taken[task.key], derived)
        except (StoreError, EvidenceError):  # the check is made again when the database answers, the disk has room
            raise
        except Exception as error:  # a stranger's page or a user's directory file must not end the audit
            log.debug("the check of %s in %s failed", location.id, directory.id, exc_info=True)
            detail = f"{OUR_FAULT}{type(error).__name__}: {error}"
            check = Check(location.id, directory.id, Status.UNVERIFIED, Reason.DEGRADED, detail)
            self.failed.append(check)
            return check

    def _derived(self, location: Location, directory: Directory) -> list[str]:
        """Where the listing is by what an audit found, or the record says, in directories of the same family."""

        def known(other: Directory) -> str:
            return next(iter(self._seen(location, other)), "")

        return list(derived_addresses(location, directory, relatives(directory, self.directories), known))

    def _seen(self, location: Location, directory: Directory) -> Sequence[str]:
        """Where an audit last found the listing; an earlier one where what this one found is a sister's."""
        but = self.audit.id if (location.id, directory.id) in self.outdated else None
        return self.store.seen(location.id, location.client, directory.id, source=self.audit.source, but=but)


def _is_cut_short(check: Check) -> bool:
    """True when a second listing, or where the link leads, could not be looked at since nothing came."""
    return bool(check.unread or (check.link and check.link.reason and check.link.reason.is_silence))


def _key(check: Check) -> tuple[str, str]:
    return check.location, check.directory

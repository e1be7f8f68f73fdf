"""Run an audit on this machine: every host at its own pace, hosts side by side, each check kept at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from citations.audit.outage import OnWait, Outage
from citations.audit.plan import WHOLE, Part, plan
from citations.audit.work import HOSTS_AT_ONCE, OnBegin, OnCheck, Work, checker, page_cache, stay_away
from citations.directory import Directory
from citations.models import Check, Location
from citations.settings import Settings
from citations.store import AuditInfo, DirectoryInfo, Store
from citations.web import Budget, Visitor

__all__ = ["HOSTS_AT_ONCE", "begin", "run"]


def begin(
    store: Store,
    source: str,
    locations: Sequence[Location],
    directories: Sequence[Directory],
    settings: Settings,
    *,
    fresh: bool = False,
    since: datetime | None = None,
) -> AuditInfo:
    """Start an audit of `source` in the store, or take up the one that was not finished.

    What earlier audits of `source` saw after `since` counts as seen.
    """
    infos = [DirectoryInfo(directory.id, directory.name, directory.tier) for directory in directories]
    planned = [task.key for task in plan(locations, directories)]
    max_age = timedelta(days=settings.max_age)
    return store.begin(source, locations, infos, planned, fresh=fresh, max_age=max_age, since=since)


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
    on_wait: OnWait | None = None,
    fresh: bool = False,
    part: Part = WHOLE,
) -> tuple[Check, ...]:
    """Do every check of `audit` that is not done yet; returns those that failed inside our own code.

    With a `part` only so much of it: then the audit is left unfinished, and is gone on with another time.

    At last what sites left open that fell silent in the middle is looked at once more (`outage.py`; `on_wait` hears of
    it), and each listing is given to one location; whoever was found at a sister's is looked for once more, past it.
    `on_begin` hears of each check when it begins. Each is in the store before `on_check` hears of it and
    before its host's next one begins. `fresh`: no page of an earlier visit will do, however young it is.
    """
    done = store.done(audit.id)
    left = [task for task in plan(locations, directories) if task.key not in done]
    tasks = part.of(left)
    cache, budget = page_cache(settings, fresh=fresh), Budget(store.requests)
    async with visitor or Visitor(settings, cache=cache, budget=budget) as visiting:
        stay_away(visiting, store.answers.hard_blocks(audit.id))
        work = Work(store, audit, checker(visiting, settings, locations, directories), directories, on_check, on_begin)
        await work.work_all(tasks)
        if len(tasks) == len(left):
            work.tell_no_more()
            await Outage(work, settings.patience, on_wait).sit_out()
            await work.part()
            store.finish(audit.id)
    return tuple(work.failed)

"""Audits that come again by themselves: begun by whichever worker of the fleet sees first that their time has come.

So are those that a day's budget left unfinished gone on with on the next day.
"""

from citations.audit.run import begin
from citations.catalog import load_catalog
from citations.settings import Settings
from citations.store import AuditInfo, Schedule, Store, StoreError


def start_due(store: Store, settings: Settings) -> list[Schedule]:
    """Begin every audit whose time has come, and hand it out; the queue is filled when a worker sees it.

    Raises StoreError when the client of one is not known any more.
    """
    started = []
    while due := store.shared.schedules.start_due(lambda schedule: _begin(store, settings, schedule)):
        started.append(due)
    return started


def take_up_again(store: Store, settings: Settings) -> list[int]:
    """Go on with the audits of which a budget of yesterday left checks; returns their numbers."""
    begun = []
    for handed in store.shared.hand_outs.left_by_a_budget(store.clock.now()):
        info, catalog = store.audit(handed.audit), load_catalog(settings.directories).directories
        if all(each.id in catalog for each in info.directories):  # else a machine that has the files takes it up
            directories = [catalog[each.id] for each in info.directories]
            audit = begin(store, info.source, store.locations(info.id), directories, settings)
            store.shared.hand_outs.hand(audit.id, handed.priority)
            begun.append(audit.id)
    return begun


def last_audit(store: Store, client: str) -> AuditInfo:
    """The newest audit with a location of `client`. Raises StoreError when there is none."""
    for audit in store.audits(client):
        return audit
    raise StoreError(f"no audit has a location of the client {client!r}: audit the client's file once first")


def _begin(store: Store, settings: Settings, schedule: Schedule) -> int:
    """Audit the client's records as they were audited last, where they were; go on with one that is under way."""
    last = last_audit(store, schedule.client)
    catalog = load_catalog(settings.directories).directories
    directories = [catalog[info.id] for info in last.directories if info.id in catalog]
    audit = begin(store, last.source, store.locations(last.id, schedule.client), directories, settings)
    store.shared.hand_outs.hand(audit.id, schedule.priority)
    return audit.id

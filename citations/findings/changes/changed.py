"""What changed between an audit and the one before, for one client or for all."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from citations.findings.labels import labels
from citations.models import Location
from citations.store import AuditInfo, Change, DirectoryInfo, Store, Trend
from citations.words import ChangeKind


@dataclass(frozen=True)
class Changed:
    """The changes that an audit saw: what got worse first, by its harm to customers.

    `before` is the audit before on the same locations, None when there was none. `counts` are of all kinds, whichever
    `changes` are among them. `locations` are known by (client or source, id).
    """

    audit: AuditInfo
    before: AuditInfo | None
    client: str | None
    trend: Trend
    counts: Mapping[ChangeKind, int]
    changes: tuple[Change, ...]
    locations: Mapping[tuple[str, str], Location]
    directories: Mapping[str, DirectoryInfo]

    def label(self, change: Change) -> str:
        """What the location of a change is called."""
        return self._labels.get(change.location_id, change.location_id)

    def directory(self, change: Change) -> str:
        """What the directory of a change is called."""
        info = self.directories.get(change.directory_id)
        return info.name if info else change.directory_id

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return labels(self.locations.values())


def changed(
    store: Store,
    audit: int,
    client: str | None = None,
    kinds: Collection[ChangeKind] | None = None,
    *,
    most: int | None = None,
    skip: int = 0,
) -> Changed:
    """What changed in `audit` for `client` (None: all, blank: the locations without one); only `kinds`, when given.

    With `most` the changes are a page of that many, after the first `skip`.
    The history has to know of every check: `settle` comes first. Raises StoreError when there is no such audit.
    """
    info = store.audit(audit)
    clients = None if client is None else [client or info.source]
    history = store.history
    return Changed(
        info,
        store.before(audit),
        client,
        history.trend(audit, clients),
        history.counts(audit, clients),
        tuple(history.changes(audit, clients, kinds, most=most, skip=skip)),
        {(place.client or info.source, place.id): place for place in store.locations(audit, client)},
        {directory.id: directory for directory in info.directories},
    )

"""What a notification says: as JSON for programs, as text for people."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from citations.charts import PALETTE
from citations.findings import Changed, changed
from citations.reports.change_words import change_says, change_what, now, was
from citations.reports.json import plain_data, schema_of
from citations.reports.shown import plain
from citations.store import AuditInfo, Change, Store
from citations.words import ChangeKind

MOST_IN_JSON, MOST_IN_TEXT = 200, 5  # changes of one client
SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, slots=True)
class ClientChanges:
    """What changed for one client: counts of all, and the worst of the changes; `left_out` counts the others."""

    client: str
    score_before: float | None
    score: float | None
    counts: dict[ChangeKind, int]
    changes: tuple[Change, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Notification:
    """What changed in one audit, client by client; only clients for whom something did."""

    schema_version: Literal["1"]
    event: Literal["audit_changes"]
    audit: int
    source: str
    started_at: datetime
    counts: dict[ChangeKind, int]
    clients: tuple[ClientChanges, ...]


@dataclass(frozen=True)
class Message:
    """A notification with what it is made of."""

    audit: AuditInfo
    found: Sequence[Changed]

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """How many changes of each kind, of all clients."""
        totals = Counter[ChangeKind]()
        for each in self.found:
            totals.update(each.counts)
        return {kind: totals[kind] for kind in ChangeKind if totals[kind]}

    @property
    def subject(self) -> str:
        """The whole in one line, without a word of a stranger."""
        told = ", ".join(f"{PALETTE[kind].label.lower()}: {number}" for kind, number in self.counts.items())
        return f"Audit {self.audit.id}: {told}"

    @property
    def text(self) -> str:
        """The whole for people to read."""
        return "\n".join([self.subject, *(line for each in self.found for line in _lines(each))])

    @property
    def data(self) -> dict[str, Any]:
        """The whole for programs."""
        clients = tuple(map(_client, self.found))
        info = self.audit
        return plain_data(
            Notification(SCHEMA_VERSION, "audit_changes", info.id, info.source, info.started_at, self.counts, clients)
        )


def message(store: Store, audit: int, kinds: Collection[ChangeKind]) -> Message | None:
    """What is to be told of an audit; None when it saw no change of these `kinds`."""
    every = (changed(store, audit, client, kinds, most=MOST_IN_JSON) for client in store.clients(audit))
    found = [each for each in (_only(each, kinds) for each in every) if each.counts]
    return Message(store.audit(audit), found) if found else None


def notification_schema() -> dict[str, Any]:
    """The JSON Schema of what a webhook gets."""
    return schema_of(Notification, "Notification")


def _only(each: Changed, kinds: Collection[ChangeKind]) -> Changed:
    counts = {kind: number for kind, number in each.counts.items() if kind in kinds}
    return Changed(
        each.audit, each.before, each.client, each.trend, counts, each.changes, each.locations, each.directories
    )


def _client(each: Changed) -> ClientChanges:
    before, score = each.trend.points or (None, None)
    counts = dict(each.counts)
    return ClientChanges(
        each.client or "", before, score, counts, each.changes, sum(counts.values()) - len(each.changes)
    )


def _lines(each: Changed) -> Iterator[str]:
    told = ", ".join(f"{PALETTE[kind].label.lower()}: {number}" for kind, number in each.counts.items())
    points = each.trend.points
    score = f" Score of what was seen both times: {points[0]:.0f} before, {points[1]:.0f} now." if points else ""
    yield ""
    yield f"{plain(each.client or 'Locations without a client', 80)}: {told}.{score}"
    for change in each.changes[:MOST_IN_TEXT]:
        where = f"{plain(each.label(change), 80)}, {plain(each.directory(change), 40)}"
        values = f"{plain(was(change), 60)} -> {plain(now(change), 60)}"
        what = f"{PALETTE[change.kind].label}: {change_what(change)} of {where}"
        yield f"- {what}: {values}. {plain(change_says(change))}"
    rest = sum(each.counts.values()) - len(each.changes[:MOST_IN_TEXT])
    if rest > 0:
        yield f"- and {rest} more"

"""What `citations fixes --json` prints, with its JSON Schema."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from citations.findings import Entry, Fix
from citations.reports.json import plain_data, schema_of
from citations.reports.wording import fix_says
from citations.store import AuditInfo
from citations.words import FixOwner, FixState

SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, slots=True)
class FixRecord:
    """One thing to put right in one listing, and how far it is; `id` is the same in every audit.

    `list` is the list that wants a decision (blank for a plain correction), `decide` what to decide. `enter` are the
    exact values; `url` with `door` is where to enter them. `worth` is in points of the location's score. Fixes with the
    same field and `cause` repeat one wrong value.
    """

    id: str
    client: str
    location: str
    directory: str
    directory_name: str
    tier: int
    field: str
    word: str
    task: str
    listed: str
    cause: str
    enter: tuple[Entry, ...]
    url: str
    door: str
    claim: str
    list: str
    decide: str
    priority: float
    level: str
    why: str
    worth: float
    state: FixState
    owner: FixOwner
    due: date
    live_after: str
    note: str
    opened_at: datetime
    seen_at: datetime
    verified_at: datetime | None


@dataclass(frozen=True, slots=True)
class FixesRecord:
    """The fixes of the locations of one audit as they stand today, the most urgent first."""

    schema_version: Literal["1"]
    audit: int
    fixes: tuple[FixRecord, ...]


def fixes_json(audit: AuditInfo, found: Iterable[Fix]) -> dict[str, Any]:
    """The fixes as plain data, ready for `json.dumps`."""
    return plain_data(FixesRecord(SCHEMA_VERSION, audit.id, tuple(map(_record, found))))


def fixes_schema() -> dict[str, Any]:
    """The JSON Schema of `fixes_json`."""
    return schema_of(FixesRecord, "Fixes")


def _record(fix: Fix) -> FixRecord:
    kept, notice = fix.kept, fix.notice
    return FixRecord(
        id=fix.id,
        client=fix.location.client,
        location=fix.location.id,
        directory=fix.directory.id,
        directory_name=fix.directory.name,
        tier=fix.directory.tier,
        field=fix.field,
        word=kept.word,
        task=fix_says(fix),
        listed=fix.listed,
        cause=kept.cause,
        enter=fix.enter,
        url=fix.door.url if fix.door else "",
        door=fix.door.says if fix.door else "",
        claim=fix.claim,
        list=notice.id if notice else "",
        decide=notice.asks(fix.directory.name) if notice else "",
        priority=round(fix.priority, 1),
        level=fix.level,
        why=fix.why,
        worth=round(fix.worth, 1),
        state=fix.state,
        owner=fix.owner,
        due=fix.due,
        live_after=fix.live_after,
        note=kept.note,
        opened_at=kept.opened_at,
        seen_at=kept.seen_at,
        verified_at=kept.verified_at,
    )

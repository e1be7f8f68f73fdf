"""What `citations changes --json` prints, with its JSON Schema."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from citations.findings import Changed
from citations.reports.json import plain_data, schema_of
from citations.store import Change
from citations.words import ChangeKind

SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, slots=True)
class TrendRecord:
    """The score of what came to an answer in both audits, before and now (0 to 100); null when nothing did."""

    checks: int
    before: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class AuditChanges:
    """What changed in one audit; `before` is the number of the audit before on the same locations, null without one."""

    audit: int
    started_at: datetime
    before: int | None
    client: str | None
    trend: TrendRecord
    counts: Mapping[ChangeKind, int]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangesRecord:
    """The changes of one audit, or of each that is kept, the newest first."""

    schema_version: Literal["1"]
    audits: tuple[AuditChanges, ...]


def changes_json(found: Iterable[Changed]) -> dict[str, Any]:
    """The changes of some audits as plain data, ready for `json.dumps`."""
    return plain_data(ChangesRecord(SCHEMA_VERSION, tuple(map(_audit, found))))


def changes_schema() -> dict[str, Any]:
    """The JSON Schema of `changes_json`."""
    return schema_of(ChangesRecord, "Changes")


def _audit(each: Changed) -> AuditChanges:
    before, now = each.trend.points or (None, None)
    return AuditChanges(
        each.audit.id,
        each.audit.started_at,
        each.before.id if each.before else None,
        each.client,
        TrendRecord(each.trend.checks, before, now),
        each.counts,
        each.changes,
    )

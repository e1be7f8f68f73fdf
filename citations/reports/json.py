"""What `--json` prints: an audit, or the reading of one page, with the JSON Schema of each.

The shapes are the dataclasses below and those of `citations.models`; `docs/interfaces.md` publishes the
schemas. `schema_version` grows when a name or a meaning changes, not when a field is added.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter

from citations.findings import Portfolio, Problem, Score, score, tally
from citations.models import Check, Link, Listing, Location, Obstacle, Page, Reading, TrackerNote
from citations.store import AuditInfo

SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, slots=True)
class ScoreRecord:
    """`points` from 0 to 100 (null when nothing was verified), `coverage` from 0 to 1, the grade as a word."""

    points: float | None
    coverage: float
    grade: str


@dataclass(frozen=True, slots=True)
class ProblemRecord:
    """One thing to put right: where, what, how bad (1 is the worst), and the points it is worth."""

    directory: str
    field: str
    word: str
    listed: str
    canonical: str
    reason: str
    harm: str
    rank: int
    worth: float


@dataclass(frozen=True, slots=True)
class LocationRecord:
    """A location as it was given, its score, its problems worst first, and what the agency's tracker says of it."""

    location: Location
    score: ScoreRecord
    problems: tuple[ProblemRecord, ...]
    tracker: tuple[TrackerNote, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientRecord:
    """A client, the score of all its locations, and their ids."""

    client: str
    score: ScoreRecord
    locations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """A whole audit; checks stand in the order of their locations, lowest score first."""

    schema_version: Literal["1"]
    audit: AuditInfo
    score: ScoreRecord
    clients: tuple[ClientRecord, ...]
    locations: tuple[LocationRecord, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """One page and what it says."""

    schema_version: Literal["1"]
    url: str
    final_url: str
    status: int
    how: str
    fetched_at: datetime | None
    listings: tuple[Listing, ...]
    obstacle: Obstacle | None
    no_results: str
    next_page: str
    links: tuple[Link, ...]


def audit_json(portfolio: Portfolio) -> dict[str, Any]:
    """The audit behind `portfolio` as plain data, ready for `json.dumps`."""
    return plain_data(
        AuditRecord(
            SCHEMA_VERSION,
            portfolio.audit,
            _score(portfolio.score),
            tuple(_clients(portfolio)),
            tuple(
                LocationRecord(
                    result.location,
                    _score(result.score),
                    tuple(_problem(p) for p in result.problems),
                    result.notes,
                )
                for result in portfolio.results
            ),
            tuple(check for result in portfolio.results for check in result.checks),
        )
    )


def reading_json(page: Page, reading: Reading) -> dict[str, Any]:
    """What one page says, as plain data, ready for `json.dumps`."""
    return plain_data(
        ReadingRecord(
            SCHEMA_VERSION,
            page.url,
            page.final_url,
            page.status,
            page.how,
            page.fetched_at,
            tuple(reading),
            reading.obstacle or page.obstacle,
            reading.no_results,
            reading.next_page,
            reading.links,
        )
    )


def audit_schema() -> dict[str, Any]:
    """The JSON Schema of `audit_json`."""
    return schema_of(AuditRecord, "Audit")


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of `reading_json`."""
    return schema_of(ReadingRecord, "Reading")


def plain_data(record: object) -> dict[str, Any]:
    """Only dicts, lists, text, numbers, booleans and None; half characters, which no UTF-8 can hold, replaced."""
    text = json.dumps(TypeAdapter(type(record)).dump_python(record, mode="json", warnings=False), ensure_ascii=False)
    data: dict[str, Any] = json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return data


def schema_of(record: type, title: str) -> dict[str, Any]:
    """The JSON Schema of a record."""
    schema = TypeAdapter(record).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _clients(portfolio: Portfolio) -> Sequence[ClientRecord]:
    tiers = {directory.id: directory.tier for directory in portfolio.audit.directories}
    groups: dict[str, list[str]] = defaultdict(list)
    checks: dict[str, list[Check]] = defaultdict(list)
    for result in portfolio.results:
        groups[result.location.client].append(result.location.id)
        checks[result.location.client] += result.checks
    return [
        ClientRecord(client, _score(score(tally(c, tiers[c.directory]) for c in checks[client])), tuple(ids))
        for client, ids in sorted(groups.items())
    ]


def _score(value: Score) -> ScoreRecord:
    return ScoreRecord(value.points, value.coverage, value.grade)


def _problem(p: Problem) -> ProblemRecord:
    return ProblemRecord(
        p.directory.id, p.field, p.word, p.listed, p.canonical, p.reason, p.harm.id, p.harm.rank, p.worth
    )

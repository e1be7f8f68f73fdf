"""What `citations scores --json` prints, with its JSON Schema."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from citations.findings import Scored
from citations.reports.json import plain_data, schema_of
from citations.store import AuditInfo
from citations.words import ScoreOf

SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, slots=True)
class ScoredRecord:
    """A score: points = 100 x earned / verified (null when nothing was), coverage = verified / planned.

    `percentile` is its place among the graded locations of the portfolio; `before` and `now` are the scores of what
    came to an answer in this audit and before, `seen_twice` how many checks that were.
    """

    name: str
    client: str
    locations: int
    points: float | None
    coverage: float
    grade: str
    percentile: float | None
    planned: float
    verified: float
    earned: float
    wrong_fields: int
    seen_twice: int
    before: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class ScoresRecord:
    """The scores of one audit, the lowest first."""

    schema_version: Literal["1"]
    audit: int
    of: ScoreOf
    scores: tuple[ScoredRecord, ...]


def scores_json(audit: AuditInfo, of: ScoreOf, found: Iterable[Scored]) -> dict[str, Any]:
    """The scores as plain data, ready for `json.dumps`."""
    return plain_data(ScoresRecord(SCHEMA_VERSION, audit.id, of, tuple(map(_scored, found))))


def scores_schema() -> dict[str, Any]:
    """The JSON Schema of `scores_json`."""
    return schema_of(ScoresRecord, "Scores")


def _scored(each: Scored) -> ScoredRecord:
    before, now = each.trend.points or (None, None)
    score, tally = each.score, each.tally
    return ScoredRecord(
        each.name,
        each.client,
        each.locations,
        score.points,
        score.coverage,
        score.grade,
        each.percentile,
        tally.weight,
        tally.verified,
        tally.earned,
        tally.wrong_fields,
        each.trend.checks,
        before,
        now,
    )

"""The score: how much of what was checked is right, with its coverage and its formula.

    points of a listing = none when it says that the business is closed or has moved, or is not shown, else the
                          credit of each field's verdict x points of the field, over the points of
                          the fields that could be compared; an address that should stay private and is
                          shown earns none, however right it is; a missing listing has 0
    score               = points weighted by the directory's tier, over the weight of what was verified
    coverage            = weight of what was verified, over the weight of what was planned

What could not be verified never counts against a client: it leaves the score and lowers the coverage.
The numbers stand in `tables/weights.toml`.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from citations.models import Check, Comparison
from citations.store import ENOUGH, Tally
from citations.words import FindingKind, Status, Verdict

TABLES = Path(__file__).parent / "tables"
NOT_ENOUGH = "not enough checked"
GONE = (FindingKind.CLOSED, FindingKind.MOVED, FindingKind.NOT_PUBLIC)
_ABSENT_LISTING = (Status.NOT_LISTED, Status.VANISHED)


@dataclass(frozen=True, slots=True)
class Weights:
    """The table of weights as it was read."""

    tier: dict[int, float]
    field: dict[str, float]
    credit: dict[Verdict, float]
    grade: dict[str, float]
    enough: float


@cache
def weights() -> Weights:
    """The weights in force."""
    table = tomllib.loads((TABLES / "weights.toml").read_text(encoding="utf-8"))
    return Weights(
        tier={int(tier): weight for tier, weight in table["tier"].items()},
        field=table["field"],
        credit={Verdict(word): share for word, share in table["credit"].items()},
        grade=table["grade"],
        enough=ENOUGH,
    )


@dataclass(frozen=True, slots=True)
class Score:
    """`points` from 0 to 100 (None when nothing was verified), `coverage` from 0 to 1."""

    points: float | None
    coverage: float

    @property
    def has_grade(self) -> bool:
        """False when too little was verified to say anything of the whole."""
        return self.points is not None and self.coverage >= weights().enough

    @property
    def standing(self) -> int | None:
        """The points as they are printed, by which places are told; None without a grade."""
        return round(self.points) if self.points is not None and self.has_grade else None

    @property
    def grade(self) -> str:
        """A word for the points: good, fair or poor, or "not enough checked"."""
        if self.points is None or self.coverage < weights().enough:
            return NOT_ENOUGH
        return next(word for word, least in weights().grade.items() if self.points >= least)

    def __str__(self) -> str:
        points = "–" if self.points is None else f"{self.points:.0f}"
        return f"{points} ({self.coverage:.0%} checked)"


def listing_points(comparison: Comparison) -> float:
    """What share of its fields a listing gets right, from 0 to 1; 1 when nothing could be compared.

    A listing that says that the business is closed or has moved gets none: nobody reads on. Nor does one that
    is not shown at all.
    """
    if says_gone(comparison):
        return 0.0
    points, earned = weights().field, credit_of_fields(comparison)
    total = sum(points[name] for name in earned)
    return sum(points[name] * credit for name, credit in earned.items()) / total if total else 1.0


def credit_of_fields(comparison: Comparison) -> dict[str, float]:
    """The share of its points that each field earns, of those that could be compared."""
    table = weights().credit
    found = {name: table[r.verdict] for name, r in comparison.fields.items() if r.verdict in table}
    if "address" in found and shows_private_address(comparison):
        found["address"] = 0.0
    return found


def shows_private_address(comparison: Comparison) -> bool:
    """True when the listing shows a door that the record wants hidden."""
    return any(finding.kind is FindingKind.ADDRESS_MUST_NOT_SHOW for finding in comparison.findings)


def says_gone(comparison: Comparison) -> bool:
    """True when the listing tells customers that the business is closed or has moved, or tells them nothing."""
    return any(finding.kind in GONE for finding in comparison.findings)


def tally(check: Check, tier: int) -> Tally:
    """What one check adds to the rollup of its location."""
    if check.status is Status.NOT_APPLICABLE:
        return Tally(weight=0.0, verified=0.0, earned=0.0)
    weight = weights().tier[tier]
    if check.status is Status.LISTED and check.comparison is not None:
        wrong = sum(result.verdict.is_wrong for result in check.comparison.fields.values())
        return Tally(
            weight=weight, verified=weight, earned=weight * listing_points(check.comparison), wrong_fields=wrong
        )
    verified = weight if check.status in _ABSENT_LISTING else 0.0
    return Tally(weight=weight, verified=verified, earned=0.0)


def score(tallies: Iterable[Tally]) -> Score:
    """The score of a location, or of many, from the sums of its tallies."""
    sums = list(tallies)
    weight, verified, earned = (sum(getattr(t, name) for t in sums) for name in ("weight", "verified", "earned"))
    of = Tally(weight, verified, earned)
    return Score(of.points, of.coverage)


def field_worth(check: Check, field: str, tier: int, verified: float) -> float:
    """Points that a location's score gains when `field` of this listing is put right."""
    table = weights()
    if check.comparison is None or not verified or says_gone(check.comparison):
        return 0.0
    earned = credit_of_fields(check.comparison)
    if field not in earned:
        return 0.0
    total = sum(table.field[name] for name in earned)
    lost = table.field[field] * (1 - earned[field]) / total
    return 100 * table.tier[tier] * lost / verified


def listing_worth(tier: int, verified: float) -> float:
    """Points that a location's score gains when a missing listing is there and right."""
    return 100 * weights().tier[tier] / verified if verified else 0.0

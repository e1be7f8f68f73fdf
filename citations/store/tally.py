"""What checks add up to: the numbers of one check, and their sums for a location, a brand, a client or all."""

from collections.abc import Mapping
from dataclasses import dataclass

from citations.store.spell import Trend
from citations.words import Status

# The part of the planned weight that must be verified for a grade. Our own rule, and the only number of the score that
# the store knows: it keeps the places among graded locations. The others stand in `findings/tables/weights.toml`.
ENOUGH = 0.5
_LAST = 101.0  # behind every score


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers that one check adds to its location's rollup.

    `weight` is what the directory counts for, `verified` the part of it that could be looked at,
    `earned` the part of that which is right. Whoever judges the check computes them; the store
    only adds.
    """

    weight: float = 0.0
    verified: float = 0.0
    earned: float = 0.0
    wrong_fields: int = 0

    @property
    def points(self) -> float | None:
        """What is right of what was verified, 0 to 100; None when nothing was verified."""
        return 100 * self.earned / self.verified if self.verified else None

    @property
    def coverage(self) -> float:
        """What was verified of what counts, 0 to 1."""
        return self.verified / self.weight if self.weight else 0.0

    @property
    def standing(self) -> int | None:
        """The points as they are printed; None when too little was verified for a grade."""
        points = self.points
        return None if points is None or self.coverage < ENOUGH else round(points)

    @property
    def turn(self) -> float:
        """Where it stands in a list, the worst first: its points; without any it comes last."""
        points = self.points
        return _LAST if points is None else points


@dataclass(frozen=True, slots=True)
class Rollup:
    """One location of an audit in sums: `planned` and `done` count checks, `statuses` what they came to."""

    location: str
    client: str
    name: str
    planned: int
    done: int
    tally: Tally
    statuses: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class Total:
    """So many locations of an audit in sums, as a `Rollup` has them of one, and the trend of what was seen twice."""

    name: str
    client: str
    locations: int
    planned: int
    done: int
    tally: Tally
    statuses: Mapping[Status, int]
    trend: Trend

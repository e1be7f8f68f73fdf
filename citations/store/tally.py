"""What checks add up to: the numbers of one check, and their sums for one location."""

from collections.abc import Mapping
from dataclasses import dataclass

from citations.words import Status


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

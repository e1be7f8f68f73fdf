"""Chance that repeats itself: each part of the world has its own, so that a new part does not disturb the others."""

from random import Random


def chance(seed: int, part: str) -> Random:
    """The chance of one part of the world of this seed."""
    return Random(f"{seed}/{part}")  # noqa: S311 -- it has to repeat, not to be secret

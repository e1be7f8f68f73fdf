"""Causes: the same wrong value in many places is one problem to solve, not fifty."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from citations.findings.problems import Problem
from citations.findings.wrong_value import wrong_value


@dataclass(frozen=True, slots=True)
class Cause:
    """One wrong value of one field, and every problem that it makes."""

    field: str
    value: str
    problems: tuple[Problem, ...]

    @property
    def locations(self) -> int:
        """How many locations it touches."""
        return len({problem.location.id for problem in self.problems})

    @property
    def directories(self) -> tuple[str, ...]:
        """The names of the directories that show it."""
        return tuple(sorted({problem.directory.name for problem in self.problems}))


def causes(problems: Iterable[Problem]) -> tuple[Cause, ...]:
    """Wrong values that stand in two places or more, the most frequent first."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.listed:
            value = wrong_value(problem.field, problem.listed, problem.location.country)
            groups[problem.field, value].append(problem)
    found = [Cause(field, group[0].listed, tuple(group)) for (field, _), group in groups.items() if len(group) > 1]
    return tuple(sorted(found, key=lambda cause: (-len(cause.problems), cause.field, cause.value)))

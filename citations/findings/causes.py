"""Causes: the same wrong value, or the same detail left out, in many places is one problem to solve, not fifty."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citations.findings.problems import Problem
from citations.findings.wrong_value import wrong_value
from citations.store import DirectoryInfo
from citations.words import Verdict

LEAST_LOCATIONS, LEAST_SHARE = 3, 0.5  # of one directory's listings, to say that its feed leaves something out
_LACKING = (Verdict.ABSENT, Verdict.INCOMPLETE)


@dataclass(frozen=True, slots=True)
class Cause:
    """One wrong value of one field, and every problem that it makes; or one detail that a feed leaves out.

    `value` is the wrong value as a listing writes it, blank when something is left out: then `lacks` says what.
    """

    field: str
    value: str
    problems: tuple[Problem, ...]
    lacks: str = ""

    @property
    def locations(self) -> int:
        """How many locations it touches."""
        return len({problem.location.id for problem in self.problems})

    @property
    def shown_by(self) -> tuple[DirectoryInfo, ...]:
        """The directories that show it."""
        return tuple(dict.fromkeys(problem.directory for problem in self.problems))

    @property
    def directories(self) -> tuple[str, ...]:
        """The names of the directories that show it."""
        return tuple(sorted(directory.name for directory in self.shown_by))

    @property
    def worth(self) -> float:
        """Points that the locations concerned gain together when it is put right everywhere."""
        return sum(problem.worth for problem in self.problems)


def causes(problems: Iterable[Problem], listed: Mapping[str, int] | None = None) -> tuple[Cause, ...]:
    """Wrong values in two places or more, and details that half of a directory's listings leave out; most first.

    `listed` is how many listings each directory has.
    """
    every = list(problems)
    found = [*_values(every), *_left_out(every, listed or {})]
    return tuple(sorted(found, key=lambda cause: (-len(cause.problems), cause.field, cause.value)))


def _values(problems: Iterable[Problem]) -> list[Cause]:
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.listed:
            value = wrong_value(problem.field, problem.listed, problem.location.country)
            groups[problem.field, value].append(problem)
    return [Cause(field, group[0].listed, tuple(group)) for (field, _), group in groups.items() if len(group) > 1]


def _left_out(problems: Iterable[Problem], listed: Mapping[str, int]) -> list[Cause]:
    """What is left out, over all directories in which it is left out of most listings."""
    groups: dict[tuple[str, str], dict[str, list[Problem]]] = defaultdict(lambda: defaultdict(list))
    for problem in problems:
        if lacks := _lacks(problem):
            groups[problem.field, lacks][problem.directory.id].append(problem)
    found = []
    for (field, lacks), by_directory in groups.items():
        fed = [group for directory, group in by_directory.items() if _is_a_feed(group, listed.get(directory, 0))]
        if fed:
            found.append(Cause(field, "", tuple(problem for group in fed for problem in group), lacks))
    return found


def _lacks(problem: Problem) -> str:
    """What the listing leaves out while everything else in the field is right; blank when it is otherwise."""
    if problem.word not in _LACKING:
        return ""
    if not problem.listed:
        return problem.field
    amiss = [name for name, part in problem.parts.items() if not part.verdict.is_right and part.canonical]
    lacking = all(problem.parts[name].verdict in _LACKING for name in amiss)
    return " and ".join(amiss) if amiss and lacking else ""


def _is_a_feed(problems: list[Problem], listed: int) -> bool:
    return len({problem.location.id for problem in problems}) >= max(LEAST_LOCATIONS, LEAST_SHARE * listed)

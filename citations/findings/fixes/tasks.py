"""Tasks: fixes that are done in one go, so that one wrong value in fifty places is one thing to do."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from citations.findings.fixes.fix import Fix
from citations.findings.problems import Harm
from citations.store import DirectoryInfo
from citations.words import FixOwner

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixTask:
    """Fixes to make together, the most urgent first.

    `kind` is "cause" (one wrong value wherever it stands), "missing" (get listed in one directory),
    "duplicates" (in one directory) or "listing" (everything else that one listing gets wrong).
    """

    kind: str
    fixes: tuple[Fix, ...]

    @property
    def first(self) -> Fix:
        """The most urgent of them."""
        return self.fixes[0]

    @property
    def harm(self) -> Harm:
        """The worst that it ends."""
        return min((fix.harm for fix in self.fixes), key=lambda harm: harm.rank)

    @property
    def due(self) -> date:
        """The first day on which one of them is due."""
        return min(fix.due for fix in self.fixes)

    @property
    def owner(self) -> FixOwner:
        """Who makes most of them."""
        owners = [fix.owner for fix in self.fixes]
        return max(owners, key=owners.count)

    @property
    def worth(self) -> float:
        """Points that the locations concerned gain together."""
        return sum(fix.worth for fix in self.fixes)

    @property
    def shown_by(self) -> tuple[DirectoryInfo, ...]:
        """The directories concerned."""
        return tuple(dict.fromkeys(fix.directory for fix in self.fixes))

    @property
    def places(self) -> int:
        """How many listings it touches."""
        return len({(fix.location.id, fix.directory.id) for fix in self.fixes})

    @property
    def locations(self) -> int:
        """How many locations it touches."""
        return len({fix.location.id for fix in self.fixes})


def tasks(fixes: Sequence[Fix]) -> tuple[FixTask, ...]:
    """`fixes` as tasks, each fix in one of them: causes first, then what is left by directory or listing."""
    causes = _shared(fixes)
    rest = [fix for fix in fixes if fix.cause not in causes]
    found = [FixTask("cause", tuple(group)) for group in causes.values()]
    for kind in ("missing", "duplicates", "listing"):
        found += [FixTask(kind, group) for group in _groups(rest, kind)]
    return tuple(sorted(found, key=lambda task: -task.first.priority))


def _shared(fixes: Iterable[Fix]) -> dict[tuple[str, str], list[Fix]]:
    """The wrong values that stand in two places or more."""
    groups: dict[tuple[str, str], list[Fix]] = defaultdict(list)
    for fix in fixes:
        if fix.listed and fix.cause[1]:
            groups[fix.cause].append(fix)
    return {cause: group for cause, group in groups.items() if len(group) > 1}


def _groups(fixes: Iterable[Fix], kind: str) -> list[tuple[Fix, ...]]:
    groups: dict[Key, list[Fix]] = defaultdict(list)
    for fix in fixes:
        if _kind(fix) == kind:
            groups[_KEYS[kind](fix)].append(fix)
    return [tuple(group) for group in groups.values()]


def _kind(fix: Fix) -> str:
    return {"listing": "missing", "duplicates": "duplicates"}.get(fix.field, "listing")


_KEYS: dict[str, Callable[[Fix], Key]] = {
    "missing": lambda fix: (fix.directory.id,),
    "duplicates": lambda fix: (fix.directory.id,),
    "listing": lambda fix: (fix.location.id, fix.directory.id),
}

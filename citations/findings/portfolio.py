"""The whole picture of an audit for one client: what screens and reports show, worst first."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from citations.findings.causes import Cause, causes
from citations.findings.labels import labels
from citations.findings.problems import Problem, problems
from citations.findings.score import Score, score, tally
from citations.findings.tracker import notes_of
from citations.models import Check, Location, TrackerNote
from citations.store import AuditInfo, DirectoryInfo, Store
from citations.words import Status


@dataclass(frozen=True)
class LocationResult:
    """One location with its checks in the order of directories, its score and its problems, worst first.

    `notes` are what the agency's tracker says of it, what holds now last.
    """

    location: Location
    checks: tuple[Check, ...]
    score: Score
    problems: tuple[Problem, ...]
    notes: tuple[TrackerNote, ...] = ()

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many directories list it, have a wrong detail, do not list it, could not be checked."""
        statuses = Counter(check.status for check in self.checks)
        wrong = sum(_has_wrong_field(check) for check in self.checks)
        missing = statuses[Status.NOT_LISTED] + statuses[Status.VANISHED]
        return statuses[Status.LISTED], wrong, missing, statuses[Status.UNVERIFIED] + statuses[Status.AMBIGUOUS]

    def check(self, directory: str) -> Check | None:
        """The check in one directory, None when it was not planned or is not done."""
        return next((check for check in self.checks if check.directory == directory), None)


@dataclass(frozen=True)
class Portfolio:
    """One client's locations in one audit."""

    audit: AuditInfo
    client: str
    results: tuple[LocationResult, ...]
    score: Score

    @property
    def directories(self) -> tuple[DirectoryInfo, ...]:
        """The directories of the audit, the most important first."""
        return tuple(sorted(self.audit.directories, key=lambda directory: (directory.tier, directory.name)))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of every location, worst first."""
        return tuple(sorted((p for result in self.results for p in result.problems), key=lambda p: p.order))

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """Wrong values that stand in more than one place, and details that a feed leaves out."""
        listed = (check.directory for result in self.results for check in result.checks if check.comparison)
        return causes(self.problems, Counter(listed))

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each location is called on screens and in reports, by its id."""
        return labels(result.location for result in self.results)

    @cached_property
    def statuses(self) -> Counter[Status]:
        """How many checks came to each status."""
        return Counter(check.status for result in self.results for check in result.checks)


def portfolio(store: Store, audit: int, client: str | None = None) -> Portfolio:
    """The results of `client` in `audit` (of all when None, of those without one when blank), the lowest score first.

    A location without a grade stands after those with one.
    """
    info = store.audit(audit)
    tiers = {directory.id: directory for directory in info.directories}
    checks: dict[str, list[Check]] = {}
    for check in store.checks(audit, client=client):
        checks.setdefault(check.location, []).append(check)
    noted = store.tracker.histories(info.source, client)
    results = [
        location_result(place, checks.get(place.id, []), tiers, notes_of(place, noted))
        for place in store.locations(audit, client)
    ]
    results.sort(key=lambda result: (result.score.points is None, result.score.points or 0.0))
    every = [tally(check, tiers[check.directory].tier) for found in checks.values() for check in found]
    return Portfolio(info, client or "", tuple(results), score(every))


def location_result(
    location: Location,
    checks: list[Check],
    directories: dict[str, DirectoryInfo],
    notes: tuple[TrackerNote, ...] = (),
) -> LocationResult:
    """One location's checks, scored, with the problems they show and what the tracker notes."""
    order = list(directories)
    checks = sorted(checks, key=lambda check: (directories[check.directory].tier, order.index(check.directory)))
    tallies = [tally(check, directories[check.directory].tier) for check in checks]
    verified = sum(t.verified for t in tallies)
    found = (p for check in checks for p in problems(location, directories[check.directory], check, verified))
    return LocationResult(location, tuple(checks), score(tallies), tuple(sorted(found, key=lambda p: p.order)), notes)


def _has_wrong_field(check: Check) -> bool:
    return bool(check.comparison and any(r.verdict.is_wrong for r in check.comparison.fields.values()))

"""Problems: what a check shows that someone should put right, worst for the customer first."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from citations.findings.score import GONE, TABLES, field_worth, listing_worth
from citations.models import Check, Comparison, FieldResult, Finding, Location
from citations.nap.link_end import DEAD
from citations.store import DirectoryInfo
from citations.words import FindingKind, Status, Verdict


@dataclass(frozen=True, slots=True)
class Harm:
    """What a problem does to a customer; rank 1 is the worst."""

    id: str
    rank: int
    says: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right in one listing.

    `field` is a listing field, "listing" (it is missing) or "finding"; `word` the verdict, status or
    finding; `worth` the points that the location's score gains.
    """

    location: Location
    directory: DirectoryInfo
    check: Check
    field: str
    word: str
    listed: str
    canonical: str
    reason: str
    harm: Harm
    worth: float

    @property
    def parts(self) -> Mapping[str, FieldResult]:
        """The results for the parts of the field, when it has parts."""
        compared = self.check.comparison.results.get(self.field) if self.check.comparison else None
        return compared.parts if compared else {}

    @property
    def order(self) -> tuple[int, int, float]:
        """Sorts the worst first: harm, then the directory's tier, then the points."""
        return (self.harm.rank, self.directory.tier, -self.worth)


@cache
def harms() -> dict[tuple[str, str], Harm]:
    """(field, word) -> harm, from `tables/harms.toml`."""
    table = tomllib.loads((TABLES / "harms.toml").read_text(encoding="utf-8"))
    return {
        (field, word): Harm(entry["id"], entry["rank"], entry["says"])
        for entry in table["harm"]
        for field, word in entry["when"]
    }


def problems(location: Location, directory: DirectoryInfo, check: Check, verified: float) -> Iterator[Problem]:
    """The problems that `check` shows; `verified` is the location's verified weight (for the points)."""
    yield from _field_problems(location, directory, check, verified)
    yield from _finding_problems(location, directory, check, verified)
    harm = harms().get(("status", check.status))
    if harm:
        what = (
            "The listing that was there is gone."
            if check.status is Status.VANISHED
            else "We searched and found no listing."
        )
        worth = listing_worth(directory.tier, verified)
        yield Problem(location, directory, check, "listing", check.status, "", "", check.detail or what, harm, worth)


def _field_problems(location: Location, directory: DirectoryInfo, check: Check, verified: float) -> Iterator[Problem]:
    results = check.comparison.results if check.comparison else {}
    for name, result in results.items():
        harm = harms().get((name, result.verdict))
        if harm and result.rule != DEAD:  # the finding says it better
            worth = field_worth(check, name, directory.tier, verified)
            yield Problem(
                location,
                directory,
                check,
                name,
                result.verdict,
                result.listed,
                result.canonical,
                result.reason,
                harm,
                worth,
            )


def _finding_problems(location: Location, directory: DirectoryInfo, check: Check, verified: float) -> Iterator[Problem]:
    for finding in check.comparison.findings if check.comparison else ():
        harm = harms().get(("finding", finding.kind))
        if harm and not _is_said_already(check, finding):
            worth = _worth(check, finding, directory.tier, verified)
            yield Problem(location, directory, check, "finding", finding.kind, "", "", finding.reason, harm, worth)


def _worth(check: Check, finding: Finding, tier: int, verified: float) -> float:
    if finding.kind in GONE:
        return listing_worth(tier, verified)
    field = _its_field(check.comparison, finding.kind) if check.comparison else ""
    return field_worth(check, field, tier, verified) if field else 0.0


def _its_field(comparison: Comparison, kind: FindingKind) -> str:
    """The field whose points the finding costs, where no verdict tells the same; blank for none."""
    if kind is FindingKind.DEAD_LINK and comparison.website.rule == DEAD:
        return "website"
    is_right = ("address", comparison.address.verdict) not in harms()
    return "address" if kind is FindingKind.ADDRESS_MUST_NOT_SHOW and is_right else ""


def _is_said_already(check: Check, finding: Finding) -> bool:
    """True for a missing link where the website itself is missing: one problem, not two."""
    no_website = check.comparison is not None and check.comparison.website.verdict is Verdict.ABSENT
    return finding.kind is FindingKind.MISSING_LINK and no_website

"""Several listings of one location in one directory: which one to keep, and why.

They are asked one question after the other; the first to which one of them has the best answer decides, and that
answer is the reason. Reviews move with a merged listing on few sites, and a claimed one is quick to correct; a wrong
detail is only work.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from citations.audit.candidate import Candidate
from citations.models import Check, Comparison, Finding
from citations.words import FindingKind, Lifecycle


@dataclass(frozen=True, slots=True)
class Double:
    """One of several listings of a location, and what speaks for keeping it.

    `is_said`: a person said that it is the location's; `is_named`: the record or the tracker names it; `is_seen`: an
    earlier audit found the listing there.
    """

    candidate: Candidate
    comparison: Comparison
    is_said: bool = False
    is_named: bool = False
    is_seen: bool = False

    @property
    def wrong(self) -> int:
        """How many details are wrong."""
        return sum(result.verdict.is_wrong for result in self.comparison.fields.values())

    @property
    def shown(self) -> int:
        """How many details it shows."""
        return sum(bool(result.listed) for result in self.comparison.fields.values())


_QUESTIONS: Sequence[tuple[str, Callable[[Double], float]]] = (
    ("that a person said is yours", lambda one: one.is_said),
    ("that says that the business is open", lambda one: one.candidate.listing.lifecycle is Lifecycle.OPEN),
    ("that your record names", lambda one: one.is_named),
    ("that is claimed", lambda one: {True: 1.0, None: 0.5, False: 0.0}[one.candidate.listing.claimed]),
    ("with the most reviews", lambda one: one.candidate.listing.reviews or 0),
    ("that was found before", lambda one: one.is_seen),
    ("with the fewest wrong details", lambda one: -one.wrong),
    ("that shows the most details", lambda one: one.shown),
    ("that fits the record best", lambda one: one.candidate.identity.bits),
)


def to_keep(doubles: Sequence[Double]) -> tuple[Double, str]:
    """The one to keep of one or more, and the reason; blank when nothing tells them apart."""
    left = list(doubles)
    for reason, answer in _QUESTIONS:
        best = max(map(answer, left))
        some = [one for one in left if answer(one) == best]
        if len(some) == 1 < len(left):
            return some[0], reason
        left = some
    return left[0], ""


def with_duplicates(comparison: Comparison, kept: str, others: Sequence[str], why: str = "") -> Comparison:
    """The comparison with the finding that `others` are there as well; `kept` and these are addresses."""
    findings = [one for one in comparison.findings if one.kind is not FindingKind.DUPLICATE]
    if others:
        which = f"the one {why}, {kept}" if why else kept
        says = f"Listed more than once. Keep {which}; merge or remove {', '.join(others)}"
        findings.append(Finding(FindingKind.DUPLICATE, says))
    return replace(comparison, findings=tuple(findings))


def without_duplicates(check: Check, urls: Collection[str]) -> Check:
    """The check when its second listings at `urls` are none of this location."""
    rest = tuple(listing for listing in check.candidates if listing.url not in urls)
    if len(rest) == len(check.candidates) or check.comparison is None:
        return check
    comparison = with_duplicates(check.comparison, check.url, [listing.url for listing in rest])
    return replace(check, candidates=rest, comparison=comparison)

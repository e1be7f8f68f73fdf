"""What listings get wrong, for the report: the critical with their evidence, the rest as rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citations.findings import LocationResult, Portfolio, Problem
from citations.models import Check
from citations.reports.pictures import Pictures, picture
from citations.reports.shown import plain
from citations.store import DirectoryInfo
from citations.words import FindingKind

MOST_CARDS = 8
Listing = tuple[Problem, ...]
_CRITICAL = 2  # harms of this rank and worse: a wrong number, a wrong door, "closed"


@dataclass(frozen=True, slots=True)
class Card:
    """One listing with critical problems and the picture of it (a data: address, or blank).

    `also` holds the same problems of other locations in the same directory: told once, not fifty times.
    """

    location: LocationResult
    problems: Listing
    picture: str
    also: tuple[Listing, ...]

    @property
    def check(self) -> Check:
        """The check that saw it."""
        return self.problems[0].check

    @property
    def directory(self) -> DirectoryInfo:
        """Where it was seen."""
        return self.problems[0].directory


@dataclass(frozen=True, slots=True)
class Corrections:
    """The cards, and every correction that is on none of them, both worst first."""

    cards: tuple[Card, ...]
    further: tuple[Problem, ...]


def corrections(portfolio: Portfolio, evidence: Pictures | None) -> Corrections:
    """What is to be corrected in the listings of `portfolio`; missing and double listings are told elsewhere."""
    problems = [problem for problem in portfolio.problems if problem.field != "listing" and not _is_double(problem)]
    groups = _alike(_by_listing(problem for problem in problems if problem.harm.rank <= _CRITICAL))[:MOST_CARDS]
    results = {result.location.id: result for result in portfolio.results}
    carded = {id(problem) for group in groups for listing in group for problem in listing}
    cards = tuple(_card(results[first[0].location.id], first, others, evidence) for first, *others in groups)
    return Corrections(cards, tuple(problem for problem in problems if id(problem) not in carded))


def _is_double(problem: Problem) -> bool:
    return problem.word == FindingKind.DUPLICATE


def _by_listing(problems: Iterable[Problem]) -> list[Listing]:
    """The problems of each listing together, the worst listing first."""
    listings: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        listings[problem.location.id, problem.directory.id].append(problem)
    return [tuple(group) for group in listings.values()]


def _alike(listings: Sequence[Listing]) -> list[list[Listing]]:
    """Listings of one directory that say the same wrong things, together."""
    groups: dict[tuple[object, ...], list[Listing]] = defaultdict(list)
    for listing in listings:
        says = tuple((problem.field, problem.word, plain(problem.listed).casefold()) for problem in listing)
        groups[listing[0].directory.id, says].append(listing)
    return list(groups.values())


def _card(result: LocationResult, first: Listing, others: Sequence[Listing], evidence: Pictures | None) -> Card:
    image = picture(evidence, first[0].check.evidence) if evidence else ""
    return Card(result, first, image, tuple(others))

"""Scores of locations, clients, brands and the whole portfolio, with what they are made of; no check is read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citations.findings.score import Score, score, weights
from citations.store import Rollup, Tally, Trend
from citations.words import ScoreOf

LEAST = 5  # graded locations without which a percentile says nothing


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with its sums: weights of what was planned, verified and earned, over `locations` locations.

    `percentile` is the part of the portfolio's graded locations that score lower (equal ones count half), 0 to 100;
    for more than one location it is that of their common score. None without a grade, or among too few.
    """

    name: str
    client: str
    locations: int
    tally: Tally
    trend: Trend
    percentile: float | None = None

    @property
    def score(self) -> Score:
        """Points and coverage."""
        return score([self.tally])

    @property
    def formula(self) -> str:
        """How the score comes about, with its numbers."""
        t, of = self.tally, self.score
        if of.points is None:
            return f"nothing verified of a weight of {t.weight:.1f} planned"
        low = "" if of.has_grade else f", below {weights().enough:.0%}: no grade"
        return (
            f"{t.earned:.1f} earned of {t.verified:.1f} verified = {of.points:.1f} points;"
            f" {t.verified:.1f} verified of {t.weight:.1f} planned = {of.coverage:.0%} checked{low}"
        )


def scored(
    rollups: Sequence[Rollup], of: ScoreOf, trends: Mapping[tuple[str, str], Trend] | None = None, source: str = ""
) -> tuple[Scored, ...]:
    """The scores of `rollups`, the lowest first, those without points last; `trends` are `History.trends`.

    A brand are the locations of one client that have one name. `source` is the audit's, which stands for a client
    that is not named.
    """
    groups: dict[tuple[str, ...], list[Rollup]] = {}
    for rollup in rollups:
        groups.setdefault(_key(rollup, of), []).append(rollup)
    graded = graded_points(rollups)
    found = [_scored(group, of, graded, trends or {}, source) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (each.score.points is None, each.score.points or 0.0, each.name)))


def graded_points(rollups: Iterable[Rollup]) -> Sequence[float]:
    """The points of the locations that have a grade, the lowest first."""
    scores = (score([rollup.tally]) for rollup in rollups)
    return sorted(each.points for each in scores if each.points is not None and each.has_grade)


def percentile(of: Score, graded: Sequence[float]) -> float | None:
    """The part of `graded` (the lowest first) that is lower than this score, equal ones counting half; 0 to 100."""
    if of.points is None or not of.has_grade or len(graded) < LEAST:
        return None
    return 50 * (bisect_left(graded, of.points) + bisect_right(graded, of.points)) / len(graded)


def _key(rollup: Rollup, of: ScoreOf) -> tuple[str, ...]:
    return {
        ScoreOf.LOCATION: (rollup.location,),
        ScoreOf.BRAND: (rollup.client, " ".join(rollup.name.casefold().split())),
        ScoreOf.CLIENT: (rollup.client,),
        ScoreOf.PORTFOLIO: (),
    }[of]


def _scored(
    group: Sequence[Rollup],
    of: ScoreOf,
    graded: Sequence[float],
    trends: Mapping[tuple[str, str], Trend],
    source: str,
) -> Scored:
    first = group[0]
    tally = _sum([rollup.tally for rollup in group])
    seen = [trends[key] for rollup in group if (key := (rollup.client or source, rollup.location)) in trends]
    names = {ScoreOf.PORTFOLIO: "All locations", ScoreOf.CLIENT: first.client or "(no client named)"}
    client = "" if of is ScoreOf.PORTFOLIO else first.client
    common = percentile(score([tally]), graded)
    return Scored(names.get(of, first.name), client, len(group), tally, _sum_of_trends(seen), common)


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        sum(t.weight for t in tallies),
        sum(t.verified for t in tallies),
        sum(t.earned for t in tallies),
        sum(t.wrong_fields for t in tallies),
    )


def _sum_of_trends(trends: Sequence[Trend]) -> Trend:
    return Trend(
        sum(t.checks for t in trends),
        sum(t.weight for t in trends),
        sum(t.earned for t in trends),
        sum(t.earned_before for t in trends),
    )

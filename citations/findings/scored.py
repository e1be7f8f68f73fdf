"""Scores of locations, clients, brands and the whole portfolio, with what they are made of; no check is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citations.findings.score import Score, score, weights
from citations.store import Tally, Total, Trend
from citations.words import ScoreOf

LEAST = 5  # graded locations without which a percentile says nothing


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with its sums: weights of what was planned, verified and earned, over `locations` locations.

    `percentile` is the part of the graded locations of the whole audit that score lower, 0 to 100; those whose score
    prints the same count half. For more than one location it is that of their common score. None without a grade, or
    among too few.
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


def scored(totals: Iterable[Total], of: ScoreOf, standings: Mapping[int, int]) -> tuple[Scored, ...]:
    """The scores of `Store.totals` in their order; `standings` are the store's.

    A brand are the locations of one client that have one name.
    """
    return tuple(_scored(total, of, standings) for total in totals)


def percentile(of: Score, standings: Mapping[int, int]) -> float | None:
    """The part of the locations with a grade that score lower, those whose score prints the same count half; 0 to 100.

    `standings` say how many have so many points. None without a grade, and among fewer than `LEAST`.
    """
    mine, graded = of.standing, sum(standings.values())
    if mine is None or graded < LEAST:
        return None
    lower = sum(locations for points, locations in standings.items() if points < mine)
    return 100 * (lower + standings.get(mine, 0) / 2) / graded


def _scored(total: Total, of: ScoreOf, standings: Mapping[int, int]) -> Scored:
    names = {ScoreOf.PORTFOLIO: "All locations", ScoreOf.CLIENT: total.client or "(no client named)"}
    place = percentile(score([total.tally]), standings)
    return Scored(names.get(of, total.name), total.client, total.locations, total.tally, total.trend, place)

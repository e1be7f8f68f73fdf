"""What the totals of an audit should be, added up from its locations."""

from collections import Counter
from collections.abc import Iterable

from citations.store import Rollup, Store, Total
from citations.words import ScoreOf, Status

_SUMMED = (ScoreOf.BRAND, ScoreOf.CLIENT, ScoreOf.PORTFOLIO)


def totals_agree(store: Store, audit: int) -> bool:
    """True when every total is the sum of its locations, and these stand in their order."""
    rollups, locations = store.rollups(audit), store.totals(audit, ScoreOf.LOCATION)
    worst = sorted(rollups, key=lambda each: each.tally.turn)
    standings = Counter(each.tally.standing for each in rollups if each.tally.standing is not None)
    return (
        sorted(map(_of_rollup, rollups)) == sorted(_of_rollup(each) for each in locations)
        and all(_sums(locations, of) == _kept(store, audit, of) for of in _SUMMED)
        and (store.worst(audit, most=len(rollups)), store.standings(audit)) == (worst, standings)
    )


def _sums(locations: Iterable[Total], of: ScoreOf) -> list[list[float]]:
    groups: dict[tuple[str, ...], list[list[float]]] = {}
    for each in locations:
        key = {ScoreOf.BRAND: (each.client, each.name.casefold()), ScoreOf.CLIENT: (each.client,)}
        groups.setdefault(key.get(of, ()), []).append(_numbers(each))
    return sorted([round(sum(column), 6) for column in zip(*group, strict=True)] for group in groups.values())


def _kept(store: Store, audit: int, of: ScoreOf) -> list[list[float]]:
    return sorted([round(number, 6) for number in _numbers(each)] for each in store.totals(audit, of))


def _numbers(each: Total) -> list[float]:
    trend = each.trend
    seen_twice = (trend.checks, trend.weight, trend.earned, trend.earned_before)
    return [each.locations, *_of_rollup(each)[1:], *seen_twice]


def _of_rollup(each: Rollup | Total) -> list[float | str]:
    tally = each.tally
    sums = (each.planned, each.done, tally.weight, tally.verified, tally.earned, tally.wrong_fields)
    return [each.name, *sums, *(each.statuses[status] for status in Status)]

"""Scores of locations, brands, clients and the portfolio, and the place among its locations."""

import json
from pathlib import Path

import jsonschema
import pytest

from citations.findings import Score, percentile, score, scored, settle
from citations.reports import scores_json, scores_schema
from citations.store import Store
from citations.words import ScoreOf
from tests.findings.fix_list import OLD, RIGHT, audit, number
from tests.invented import DENTAL, both_clients

FIVE = {50: 1, 60: 1, 70: 1, 80: 1, 90: 1}


@pytest.mark.parametrize(
    ("points", "coverage", "standings", "wanted"),
    [
        (70, 0.9, FIVE, 50),
        (70.4, 0.9, FIVE, 50),
        (40, 0.9, FIVE, 0),
        (90, 0.9, {90: 5}, 50),
        (95, 0.9, FIVE, 100),
        (70, 0.4, FIVE, None),
        (70, 0.9, {50: 1, 70: 1}, None),
        (None, 0, FIVE, None),
    ],
)
def test_a_place_among_the_graded(
    points: float | None, coverage: float, standings: dict[int, int], wanted: float | None
) -> None:
    assert percentile(Score(points, coverage), standings) == wanted


def test_every_kind_of_score_adds_up_to_the_same(tmp_path: Path) -> None:
    store, info = both_clients(tmp_path)
    settle(store)
    rollups, standings = store.rollups(info.id), store.standings(info.id)
    whole = score(rollup.tally for rollup in rollups)
    for of in ScoreOf:
        found = scored(store.totals(info.id, of), of, standings)
        assert sum(each.locations for each in found) == len(rollups)
        assert score(each.tally for each in found).points == pytest.approx(whole.points)
        jsonschema.validate(json.loads(json.dumps(scores_json(info, of, found))), scores_schema())
        assert [each.percentile is None for each in found] == [not each.score.has_grade for each in found]
    assert [each.name for each in found] == ["All locations"]
    by_location = scored(store.totals(info.id, ScoreOf.LOCATION), ScoreOf.LOCATION, standings)
    points = [each.score.points for each in by_location if each.score.points is not None]
    assert points == sorted(points)
    assert sum(standings.values()) >= 5
    store.close()


def test_the_formula_prints_its_numbers_and_the_trend_its_movement(store: Store) -> None:
    audit(store, 0, [number(OLD)])
    audit(store, 30, [RIGHT])
    (one,) = scored(store.totals(2, ScoreOf.CLIENT), ScoreOf.CLIENT, store.standings(2))
    assert (one.name, one.client) == (DENTAL, DENTAL)
    assert one.formula == "3.0 earned of 3.0 verified = 100.0 points; 3.0 verified of 3.0 planned = 100% checked"
    assert one.trend.points == pytest.approx((70.0, 100.0))
    assert store.totals(2, ScoreOf.PORTFOLIO, "another client") == []

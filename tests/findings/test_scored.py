"""Scores of locations, brands, clients and the portfolio, and the place among its locations."""

import json
from pathlib import Path

import jsonschema
import pytest

from citations.findings import Score, percentile, score, scored, settle
from citations.findings.scored import graded_points
from citations.reports import scores_json, scores_schema
from citations.store import Store
from citations.words import ScoreOf
from tests.findings.fix_list import OLD, RIGHT, audit, number
from tests.invented import DENTAL, both_clients


@pytest.mark.parametrize(
    ("points", "coverage", "graded", "wanted"),
    [
        (70.0, 0.9, (50.0, 60.0, 70.0, 80.0, 90.0), 50),
        (40.0, 0.9, (50.0, 60.0, 70.0, 80.0, 90.0), 0),
        (90.0, 0.9, (90.0, 90.0, 90.0, 90.0, 90.0), 50),
        (95.0, 0.9, (50.0, 60.0, 70.0, 80.0, 90.0), 100),
        (70.0, 0.4, (50.0, 60.0, 70.0, 80.0, 90.0), None),
        (70.0, 0.9, (50.0, 70.0), None),
        (None, 0.0, (50.0, 60.0, 70.0, 80.0, 90.0), None),
    ],
)
def test_a_place_among_the_graded(
    points: float | None, coverage: float, graded: tuple[float, ...], wanted: float | None
) -> None:
    assert percentile(Score(points, coverage), graded) == wanted


def test_every_kind_of_score_adds_up_to_the_same(tmp_path: Path) -> None:
    store, info = both_clients(tmp_path)
    settle(store)
    rollups = store.rollups(info.id)
    whole = score(rollup.tally for rollup in rollups)
    for of in ScoreOf:
        found = scored(rollups, of)
        assert sum(each.locations for each in found) == len(rollups)
        assert score(each.tally for each in found).points == pytest.approx(whole.points)
        jsonschema.validate(json.loads(json.dumps(scores_json(info, of, found))), scores_schema())
    assert [each.name for each in scored(rollups, ScoreOf.PORTFOLIO)] == ["All locations"]
    by_location = scored(rollups, ScoreOf.LOCATION)
    points = [each.score.points for each in by_location if each.score.points is not None]
    assert points == sorted(points)
    assert len(graded_points(rollups)) >= 5
    store.close()


def test_the_formula_prints_its_numbers_and_the_trend_its_movement(store: Store) -> None:
    audit(store, 0, [number(OLD)])
    audit(store, 30, [RIGHT])
    info = store.audit(2)
    (one,) = scored(store.rollups(2), ScoreOf.CLIENT, store.history.trends(2), info.source)
    assert (one.name, one.client) == (DENTAL, DENTAL)
    assert one.formula == "3.0 earned of 3.0 verified = 100.0 points; 3.0 verified of 3.0 planned = 100% checked"
    assert one.trend.points == pytest.approx((70.0, 100.0))
    assert scored([], ScoreOf.CLIENT) == ()

"""Charts say what the portfolio says, in words and symbols too, and hostile labels stay labels."""

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from citations.charts import (
    ALL_UP_TO,
    PALETTE,
    chart_svg,
    donut,
    error_bars,
    error_counts,
    heat_map,
    heat_map_words,
    score_ring,
    shown_results,
)
from citations.findings import Portfolio, Score, portfolio, weights
from citations.words import FindingKind, Status, Verdict
from tests.invented import HOSTILE, both_clients, dental_portfolio, multiplied


def rows(chart: Any, layer: int = 0) -> list[dict[str, Any]]:
    """The rows that a layer of the chart draws."""
    spec = chart.to_dict()
    data = spec["layer"][layer].get("data") or spec["data"]
    return list(spec["datasets"][data["name"]])


def texts(svg: str) -> list[str]:
    return [node.text() for node in LexborHTMLParser(svg).css("text")]


@pytest.fixture
def dental(tmp_path: Path) -> Portfolio:
    return dental_portfolio(tmp_path)


def test_the_donut_counts_every_check(dental: Portfolio) -> None:
    assert sum(row["checks"] for row in rows(donut(dental))) == dental.statuses.total() == 30
    drawn = texts(chart_svg(donut(dental)))
    assert {"30", "Listed: 18", "Not listed: 2", "Could not check: 7"} <= set(drawn)


def test_the_bars_count_every_error(dental: Portfolio) -> None:
    fields = [problem for problem in dental.problems if problem.field not in ("listing", "finding")]
    assert error_counts(dental).total() == len(fields) == sum(row["listings"] for row in rows(error_bars(dental)))
    assert sum(row["total"] for row in rows(error_bars(dental), 1)) == len(fields)


def test_the_heat_map_has_a_cell_for_every_check_worst_on_top(dental: Portfolio) -> None:
    cells = rows(heat_map(dental))
    assert len(cells) == 30
    assert cells[0]["location"] == dental.labels[dental.results[0].location.id]
    assert {PALETTE[word].label for word in heat_map_words(dental)} == {cell["what"] for cell in cells}
    assert all(cell["symbol"] for cell in cells)


def test_above_fifty_locations_only_those_that_need_someone(dental: Portfolio) -> None:
    many = multiplied(dental, 11)
    assert len(many.results) == 55
    assert len({row["location"] for row in rows(heat_map(many))}) == len(shown_results(many)) == ALL_UP_TO


def test_charts_of_nothing_are_drawn_too(dental: Portfolio) -> None:
    empty = Portfolio(dental.audit, "", (), Score(None, 0.0))
    for chart in (donut(empty), error_bars(empty), heat_map(empty), score_ring(empty.score)):
        assert chart_svg(chart).startswith("<svg")


def test_no_number_in_the_ring_when_too_little_was_checked() -> None:
    drawn = texts(chart_svg(score_ring(Score(92.0, 0.3))))
    assert "Not enough checked" in drawn
    assert "92" not in drawn
    assert {"92", "Good"} <= set(texts(chart_svg(score_ring(Score(92.0, 0.8)))))


def test_hostile_labels_stay_text(tmp_path: Path) -> None:
    store, info = both_clients(tmp_path)
    svg = chart_svg(heat_map(portfolio(store, info.id, HOSTILE)))
    store.close()
    tree = LexborHTMLParser(svg)
    assert not tree.css("script, style, img, foreignObject, a")
    assert any("<script>" in node.text() for node in tree.css("text"))


def test_the_palette_has_every_word_and_every_label_is_legible() -> None:
    for word in (*Status, *Verdict, *FindingKind, *weights().grade, "not enough checked"):
        look = PALETTE[word]
        assert look.label
        assert look.symbol
        assert contrast(look.fill, look.ink) >= 4.5, word


def test_a_chart_is_plain_data_that_loads_nothing(dental: Portfolio) -> None:
    for chart in (donut(dental), error_bars(dental), heat_map(dental)):
        spec = chart.to_dict()
        spec.pop("$schema")
        assert "http" not in json.dumps(spec)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

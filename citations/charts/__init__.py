"""The charts of a portfolio, drawn the same in the web view and in the report.

Each function gives an Altair chart: the web view shows it as it is, the report asks `chart_svg` for a
picture of it. Numbers come from the portfolio alone, so text and chart cannot disagree.
"""

from citations.charts.donut import donut
from citations.charts.drawing import INK, chart_svg
from citations.charts.errors import ERRORS, error_bars, error_counts
from citations.charts.heat_map import (
    ALL_UP_TO,
    heat_map,
    heat_map_words,
    needing_someone,
    shown_results,
)
from citations.charts.palette import PALETTE, Swatch
from citations.charts.score_ring import score_ring

__all__ = [
    "ALL_UP_TO",
    "ERRORS",
    "INK",
    "PALETTE",
    "Swatch",
    "chart_svg",
    "donut",
    "error_bars",
    "error_counts",
    "heat_map",
    "heat_map_words",
    "needing_someone",
    "score_ring",
    "shown_results",
]

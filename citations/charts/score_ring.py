"""The score as a ring in the colour of its grade."""

import math

import altair as alt

from citations.charts.drawing import FAINT, INK, RULE, data, styled, words
from citations.charts.palette import PALETTE
from citations.findings import Score

_FULL = 2 * math.pi


def score_ring(score: Score) -> alt.LayerChart:
    """A ring filled to the score, with number and grade; empty and without a number when too little was checked."""
    look = PALETTE[score.grade]
    points = score.points if score.has_grade and score.points is not None else 0.0
    number = f"{points:.0f}" if score.has_grade else "–"
    filled = _arc(_FULL * points / 100, look.fill)
    return styled([_arc(_FULL, RULE), filled, words(number, -6, 36, INK), words(look.label, 20, 12, FAINT)], 140, 140)


def _arc(until: float, colour: str) -> alt.Chart:
    chart: alt.Chart = alt.Chart(data([{}])).mark_arc(
        innerRadius=52, outerRadius=66, theta=0, theta2=until, color=colour
    )
    return chart

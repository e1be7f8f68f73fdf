"""How many checks came to each status."""

import altair as alt

from citations.charts.drawing import FAINT, INK, PAPER, data, scale, styled, words
from citations.charts.palette import PALETTE
from citations.findings import Portfolio


def donut(portfolio: Portfolio) -> alt.LayerChart:
    """A ring of statuses with the number of checks in the middle; the legend gives each number."""
    counts = sorted(portfolio.statuses.items(), key=lambda item: list(PALETTE).index(item[0]))
    texts = {f"{PALETTE[status].label}: {number}": PALETTE[status].fill for status, number in counts}
    rows = [
        {"what": text, "checks": number, "rank": n}
        for n, (text, (_, number)) in enumerate(zip(texts, counts, strict=True))
    ]
    legend = alt.Legend(title=None, orient="right", labelFontSize=12, symbolType="square", symbolSize=120)
    ring = (
        alt.Chart(data(rows))
        .mark_arc(innerRadius=58, outerRadius=88, stroke=PAPER, strokeWidth=2)
        .encode(
            theta=alt.Theta("checks:Q", stack=True),
            color=alt.Color("what:N", sort=None, scale=scale(texts), legend=legend),
            order=alt.Order("rank:Q"),
            tooltip=["what:N"],
        )
    )
    total = str(portfolio.statuses.total())
    return styled([ring, words("checks", 16, 13, FAINT), words(total, -8, 30, INK)], 230, 200)

"""Which details listings get wrong."""

from collections import Counter

import altair as alt

from citations.charts.drawing import FONT, INK, RULE, axis, data, scale, styled
from citations.charts.palette import PALETTE
from citations.findings import Portfolio
from citations.models import FIELDS
from citations.words import Verdict

ERRORS = (Verdict.DIFFERENT, Verdict.OUTDATED, Verdict.SIBLING, Verdict.ABSENT, Verdict.INCOMPLETE)
"""The verdicts that need someone, worst first."""


def error_counts(portfolio: Portfolio) -> Counter[tuple[str, Verdict]]:
    """How many listings have a field with each verdict that needs someone: (field, verdict) -> number."""
    return Counter(
        (name, result.verdict)
        for location in portfolio.results
        for check in location.checks
        if check.comparison
        for name, result in check.comparison.fields.items()
        if result.verdict in ERRORS
    )


def error_bars(portfolio: Portfolio) -> alt.LayerChart:
    """Errors by field, each bar cut by verdict, with its total at the end."""
    counts = error_counts(portfolio)
    present = [verdict for verdict in ERRORS if any(found is verdict for _, found in counts)]
    rows = [
        {"field": name.capitalize(), "what": PALETTE[verdict].label, "rank": present.index(verdict), "listings": number}
        for (name, verdict), number in counts.items()
    ]
    fields = alt.Y("field:N", sort=[name.capitalize() for name in FIELDS], title=None, axis=axis())
    ends = [{"field": name.capitalize(), "total": sum(counts[name, v] for v in ERRORS)} for name in FIELDS]
    totals: alt.Chart = (
        alt.Chart(data(ends))
        .mark_text(align="left", dx=5, fontSize=12, color=INK, font=FONT)
        .encode(x="total:Q", y=fields, text="total:Q")
    )
    return styled([_bars(rows, fields, present), totals], 300, 150)


def _bars(rows: list[dict[str, object]], fields: alt.Y, present: list[Verdict]) -> alt.Chart:
    colours = {PALETTE[verdict].label: PALETTE[verdict].fill for verdict in present}
    legend = alt.Legend(title=None, orient="bottom", labelFontSize=12, symbolType="square", columns=3)
    chart: alt.Chart = (
        alt.Chart(data(rows))
        .mark_bar(height=18)
        .encode(
            x=alt.X("sum(listings):Q", title="listings", axis=alt.Axis(tickMinStep=1, gridColor=RULE, domain=False)),
            y=fields,
            color=alt.Color("what:N", sort=None, scale=scale(colours), legend=legend),
            order=alt.Order("rank:Q"),
            tooltip=["field:N", "what:N", "listings:Q"],
        )
    )
    return chart

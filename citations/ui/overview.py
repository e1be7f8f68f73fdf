"""The overview of an audit: how good, how many, where, and the causes that many problems share."""

from dataclasses import dataclass

import altair as alt
import streamlit as st

from citations.charts import donut, error_bars
from citations.charts.drawing import INK
from citations.findings import score, upstream
from citations.store import Total
from citations.ui import data, grid, signs
from citations.ui.frame import View, begin
from citations.ui.html import draw, when
from citations.words import ScoreOf, Status

AT_ONCE = 5_000  # checks; above this, charts and causes are worked out when they are asked for
FEW_CAUSES = 6
FEW_SCORES, MOST_SCORES = 8, 200


@dataclass(frozen=True)
class Number:
    """One of the figures at the top; `of` is what it is a part of, 0 for nothing."""

    name: str
    count: int
    of: int = 0


def show() -> None:
    """The page."""
    view = begin()
    total = data.total(view.audit, view.client)
    if total is None:  # its locations were let go of meanwhile
        return
    _head(view, total)
    _scores(view)
    _charts_and_causes(view, total.done)
    grid.show(view, total.locations)


def _head(view: View, total: Total) -> None:
    whole = score([total.tally])
    draw(
        "numbers",
        title=view.client or "All clients",
        subtitle=f"{_count(total.locations, 'location')} in {_count(len(view.audit.directories), 'directory')},"
        f" checked from {when(view.audit.started_at)}",
        score=whole,
        grade=signs.of_word(whole.grade),
        numbers=numbers(total),
    )


def numbers(total: Total) -> tuple[Number, ...]:
    """The four figures of the overview; what could not be checked stands beside the rest."""

    def count(*statuses: Status) -> int:
        return sum(total.statuses[status] for status in statuses)

    applicable = total.done - count(Status.NOT_APPLICABLE)
    return (
        Number("Listed", count(Status.LISTED), applicable),
        Number("Wrong details", total.tally.wrong_fields),
        Number("Missing", count(Status.NOT_LISTED, Status.VANISHED), applicable),
        Number("Could not check", count(Status.UNVERIFIED, Status.AMBIGUOUS), applicable),
    )


def _scores(view: View) -> None:
    """The clients of the portfolio, or the brands of a client, where there are several."""
    of = ScoreOf.BRAND if view.client else ScoreOf.CLIENT
    says = "Brand by brand, the lowest score first" if view.client else "Client by client, the lowest score first"
    found = data.scores(view.audit, view.client, of, MOST_SCORES)
    if len(found) > 1:
        draw("scores", scores=found, says=says, column=of.capitalize(), few=FEW_SCORES, sign=signs.of_word)


def _charts_and_causes(view: View, checks: int) -> None:
    if checks > AT_ONCE and not st.toggle(f"Work out charts and causes of {checks:,} checks", key="causes"):
        return
    whole = data.whole(view.audit, view.client)
    left, right = st.columns(2, gap="large")
    with left:
        draw("heading", text="What the checks came to")
        st.altair_chart(_on_paper(donut(whole)), height=230, theme=None, alt="How many checks came to each status")
    with right:
        draw("heading", text="Which details are wrong or left out")
        st.altair_chart(_on_paper(error_bars(whole)), height=270, theme=None, alt="Wrong and missing details by field")
    known = data.directories()
    draw("causes", causes=whole.causes, few=FEW_CAUSES, upstream=lambda cause: upstream(cause.shown_by, known))


def _on_paper(chart: alt.LayerChart) -> alt.LayerChart:
    """The chart in the report's ink whatever the theme: style.css lays light paper under it."""
    inked: alt.LayerChart = chart.configure_legend(labelColor=INK).configure_axisX(labelColor=INK, titleColor=INK)
    inked.padding = {"top": 10, "bottom": 10, "left": 10, "right": 24}
    return inked


def _count(number: int, noun: str) -> str:
    plural = noun.removesuffix("y") + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"

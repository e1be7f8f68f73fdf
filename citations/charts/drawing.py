"""What all charts share: one type, one style, and the way to a picture that stands alone."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"
INK, FAINT, PAPER, RULE = "#23282e", "#626a73", "#ffffff", "#e6e8eb"
_VEGA_LITE = "_".join(alt.SCHEMA_VERSION.split(".")[:2])  # the version that Altair writes


def chart_svg(chart: alt.LayerChart) -> str:
    """The chart as an SVG picture that stands alone: no script, nothing loaded, text escaped."""
    return str(
        vl_convert.vegalite_to_svg(
            json.dumps(chart.to_dict(validate=False)), vl_version=_VEGA_LITE, allowed_base_urls=[]
        )
    )


def styled(layers: Sequence[alt.Chart], width: int, height: int) -> alt.LayerChart:
    """The layers as one chart of this size, in the style of all."""
    chart = alt.LayerChart(layer=list(layers), width=width, height=height, background="transparent")
    chart = chart.configure(font=FONT).configure_view(stroke=None)
    plain: alt.LayerChart = chart.configure_axis(titleColor=FAINT, titleFontWeight="normal")
    return plain


def data(rows: Iterable[Mapping[str, object]]) -> alt.InlineData:
    """Rows that travel inside the chart."""
    return alt.InlineData(values=[dict(row) for row in rows])


def scale(colours: Mapping[str, str]) -> alt.Scale:
    """A scale that gives each label its colour."""
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def axis(**options: Any) -> alt.Axis:
    """An axis of names: no ticks, no line."""
    return alt.Axis(ticks=False, domain=False, labelFontSize=12, labelColor=INK, labelLimit=260, **options)


def words(text: str, dy: int, size: int, colour: str) -> alt.Chart:
    """Words at the middle of a ring."""
    chart: alt.Chart = alt.Chart(data([{}])).mark_text(text=text, dy=dy, fontSize=size, color=colour, font=FONT)
    return chart


def label(text: str, most: int = 44) -> str:
    """`text` as a label: on one line, printable, short."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= most else line[: most - 1] + "…"

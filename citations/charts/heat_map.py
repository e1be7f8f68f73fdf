"""Location by directory: where the trouble sits."""

from collections.abc import Iterable, Sequence

import altair as alt

from citations.charts.drawing import FONT, PAPER, axis, data, label, styled
from citations.charts.palette import PALETTE
from citations.findings import LocationResult, Portfolio, Word, worst

ALL_UP_TO = 50  # locations; above, pictures and scorecards show only those that need someone
MOST_COLUMNS = 40  # more cannot be read on one page
_WIDTH, _CELL, _ROW = 640, 96, 26


def needing_someone(results: Iterable[LocationResult]) -> list[LocationResult]:
    """The locations with a problem or without a grade, in their order: the exceptions of a large portfolio."""
    return [result for result in results if result.problems or not result.score.has_grade]


def shown_results(portfolio: Portfolio) -> Sequence[LocationResult]:
    """The locations that are shown one by one: all of them up to `ALL_UP_TO`, else the worst that need someone."""
    results = portfolio.results
    return results if len(results) <= ALL_UP_TO else needing_someone(results)[:ALL_UP_TO]


def heat_map_words(portfolio: Portfolio) -> list[Word]:
    """The words that occur in the heat map, in the order of the palette: its legend."""
    shown = {directory.id for directory in portfolio.directories[:MOST_COLUMNS]}
    found = {worst(c) for result in shown_results(portfolio) for c in result.checks if c.directory in shown}
    return sorted(found, key=list(PALETTE).index)


def heat_map(portfolio: Portfolio) -> alt.LayerChart:
    """A symbol and a colour for the worst word of each check; the worst location on top, the first directory left."""
    results, directories = shown_results(portfolio), portfolio.directories[:MOST_COLUMNS]
    names = _labels([portfolio.labels[result.location.id] for result in results])
    columns = _labels([directory.name for directory in directories])
    rows = [
        {"location": name, "directory": column, **_look(worst(check))}
        for name, result in zip(names, results, strict=True)
        for column, directory in zip(columns, directories, strict=True)
        if (check := result.check(directory.id))
    ]
    base = alt.Chart(data(rows)).encode(
        x=alt.X("directory:N", sort=columns, title=None, axis=axis(orient="top", labelAngle=-40)),
        y=alt.Y("location:N", sort=names, title=None, axis=axis()),
        tooltip=["location:N", "directory:N", "what:N"],
    )
    cells = base.mark_rect(stroke=PAPER, strokeWidth=2).encode(color=alt.Color("fill:N", scale=None))
    symbols = base.mark_text(fontSize=12, font=FONT).encode(text="symbol:N", color=alt.Color("ink:N", scale=None))
    width = min(_CELL, _WIDTH // max(1, len(columns))) * len(columns)
    return styled([cells, symbols], width, _ROW * len(names))


def _look(word: Word) -> dict[str, str]:
    look = PALETTE[word]
    return {"what": look.label, "symbol": look.symbol, "fill": look.fill, "ink": look.ink}


def _labels(texts: Sequence[str]) -> list[str]:
    """Labels of an axis, each one its own: an axis would draw two equal ones as one."""
    labels: list[str] = []
    for text in map(label, texts):
        number, own = 1, text
        while own in labels:
            number += 1
            own = f"{text} ({number})"
        labels.append(own)
    return labels

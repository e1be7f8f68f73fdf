"""The locations with their scores, the summary of them all, and how it was done."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from citations.directory import Directory
from citations.findings import Cause, Portfolio, percentile, upstream, weights
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.shown import plain
from citations.reports.summary import Summary
from citations.reports.wording import wording

_LOCATIONS = (
    Column("client", 20),
    Column("location id", 12),
    Column("name", 28),
    Column("address", 40),
    Column("phone", 18),
    Column("website", 30, Holds.LINK),
    Column("score", 8, Holds.NUMBER),
    Column("checked", 9, Holds.SHARE),
    Column("grade", 18, Holds.WORD),
    Column("better than, % of the locations", 12, Holds.NUMBER),
    Column("listed", 8, Holds.COUNT),
    Column("with a wrong detail", 10, Holds.COUNT),
    Column("missing", 9, Holds.COUNT),
    Column("could not check", 10, Holds.COUNT),
)
_MOST_CAUSES = 10
_PAIRS = (Column("what", 34), Column("value", 90, Holds.PROSE))


def locations_sheet(portfolio: Portfolio) -> Sheet:
    """One row for each location, the lowest score first; without a grade where too little was checked."""

    def rows() -> Iterator[Sequence[Cell]]:
        standings = Counter(r.score.standing for r in portfolio.results if r.score.standing is not None)
        for result in portfolio.results:
            place, score = result.location, result.score
            points = None if score.points is None else round(score.points, 1)
            record = (place.client, place.id, place.name, str(place.address), place.phone, place.website)
            better = percentile(score, standings)
            yield (*record, points, score.coverage, score.grade, better and round(better), *result.counts)

    return Sheet("Locations", _LOCATIONS, rows)


def summary_sheet(
    summary: Summary, client: str, made_at: datetime, directories: Mapping[str, Directory] | None = None
) -> Sheet:
    """The figures of the report's first page; `directories` (a catalog's) say what feeds what."""
    portfolio, (first, last) = summary.portfolio, summary.times

    def rows() -> Iterator[Sequence[Cell]]:
        score = portfolio.score
        yield from (
            ("Client", client),
            ("Audit", portfolio.audit.id),
            ("Checked from (UTC)", f"{first:%Y-%m-%d %H:%M}"),
            ("Checked until (UTC)", f"{last:%Y-%m-%d %H:%M}"),
            ("Written (UTC)", f"{made_at:%Y-%m-%d %H:%M}"),
            ("Locations", len(portfolio.results)),
            ("Directories", len(portfolio.directories)),
            ("Score, 0 to 100", None if score.points is None else round(score.points, 1)),
            ("Part of the planned checks that came to an answer", f"{score.coverage:.0%}"),
            ("Grade", score.grade),
            ("Listed", f"{summary.listed} of {summary.applicable}"),
            ("Listings with a wrong detail", summary.wrong),
            ("Missing", summary.missing),
            ("Listed more than once", summary.duplicates),
            ("Could not check (never counted against the client)", summary.not_checked),
        )
        if summary.is_sample:
            yield "Sample", "Every page came from this machine: invented businesses, not a real audit."
        if not portfolio.audit.is_finished:
            yield "Unfinished", f"{portfolio.audit.done} of {portfolio.audit.planned} checks of the audit are made."
        for cause in portfolio.causes[:_MOST_CAUSES]:
            what = f"The same wrong {cause.field} in several listings" if cause.value else f"Left out: {cause.lacks}"
            source = upstream(cause.shown_by, directories or {})
            yield what, f"{_says(cause)} {source.says if source else ''}".strip()

    return Sheet("Summary", _PAIRS, rows)


def _says(cause: Cause) -> str:
    count, places = len(cause.problems), cause.locations
    of = f"{count} listings of {places} location{'' if places == 1 else 's'}"
    return f"{plain(cause.value or cause.field)} ({of}: {', '.join(cause.directories)})"


def method_sheet() -> Sheet:
    """How it was checked, the score's formula, and what the words mean."""

    def rows() -> Iterator[Sequence[Cell]]:
        table = weights()
        yield from wording()["method"].items()
        for name, points in table.field.items():
            yield f"Points for a right {name}", points
        for word, share in table.credit.items():
            yield f"Share of a field's points: {word.replace('_', ' ')}", share
        for tier, weight in table.tier.items():
            yield f"Weight of a tier-{tier} directory", weight
        yield "Least coverage for a grade", table.enough
        yield from wording()["glossary"].items()

    return Sheet("Method", _PAIRS, rows)

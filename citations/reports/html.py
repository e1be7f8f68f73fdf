"""The client report as one HTML file that stands alone: no script, nothing loaded from anywhere.

Order and wording follow what agencies hand over: the summary first, then what harms customers with its
evidence, then the plan, then how it was checked. The PDF is printed from this same page.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from citations import charts
from citations.directory import Directory
from citations.findings import Changed, LocationResult, Portfolio, upstream, weights
from citations.models import Check
from citations.opportunities import Opportunity, link_counts, links_seen, opportunities
from citations.reports import change_words, shown, wording
from citations.reports.corrections import corrections
from citations.reports.pictures import Pictures
from citations.reports.plan import action_plan, biggest_win, windows
from citations.reports.preflight import preflight
from citations.reports.summary import Summary
from citations.store import DirectoryInfo, KeptFix

TEMPLATES = Path(__file__).parent / "templates"
MOST_ROWS, MOST_CAUSES, FIRST_RECORDS, FEW_LABELS = 40, 10, 8, 5


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The checks of one directory that came to no answer for one reason."""

    directory: DirectoryInfo
    says: str
    detail: str
    locations: tuple[str, ...]
    checks: tuple[Check, ...]


def client_html(
    portfolio: Portfolio,
    evidence: Pictures | None,
    *,
    made_at: datetime,
    agency: str = "",
    kept: Mapping[str, KeptFix] | None = None,
    directories: Mapping[str, Directory] | None = None,
    changed: Changed | None = None,
) -> str:
    """The report on `portfolio` as HTML.

    `evidence` gives the pictures of pages (None: a report without pictures); `agency` is the name on the cover; `kept`
    what the store knows of the fixes; `directories` (a catalog's) say whom each lists and what it costs; `changed` is
    what changed since the audit before. Whatever a listing says is escaped and shortened; the text holds only
    characters that UTF-8 can write.
    """
    summary = Summary(portfolio)
    facts = {
        "portfolio": portfolio,
        "summary": summary,
        "results": portfolio.results,
        "shown": charts.shown_results(portfolio),
        "client": client_name(portfolio),
        "agency": agency,
        "made_at": made_at,
        "checked": _span(summary),
        "most": MOST_ROWS,
        "first_records": FIRST_RECORDS,
        "label": lambda location: portfolio.labels[location.id],
        "directories": {directory.id: directory for directory in portfolio.audit.directories},
        "how": wording.wording()["how"],
        "importance": wording.wording()["importance"],
        "wording": wording.wording(),
        "few": FEW_LABELS,
        "opportunities": opportunities(portfolio, directories or {}),
        "changed": changed if changed and changed.before else None,
    }
    facts |= _pictures(portfolio, directories or {}) | _opening(portfolio, made_at.date(), kept or {})
    facts |= _corrections(summary, evidence) | _method(summary, made_at)
    css = Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    return _environment().get_template("report.html.j2").render(**facts, css=css)


def client_name(portfolio: Portfolio) -> str:
    """Whose report it is: the client, or the one name that all locations share."""
    names = {result.location.name for result in portfolio.results}
    return portfolio.client or (names.pop() if len(names) == 1 else "All locations")


def _pictures(portfolio: Portfolio, directories: Mapping[str, Directory]) -> dict[str, Any]:
    """The charts, and the same in words for those who cannot see them."""
    errors, score = charts.error_counts(portfolio), portfolio.score
    points = f"{score.points:.0f} of 100, " if score.has_grade else ""
    return {
        "ring": _svg(charts.score_ring(score)),
        "score_words": f"Score: {points}{charts.PALETTE[score.grade].label}",
        "donut": _svg(charts.donut(portfolio)),
        "status_words": "; ".join(f"{charts.PALETTE[word].label}: {n}" for word, n in portfolio.statuses.items()),
        "bars": _svg(charts.error_bars(portfolio)),
        "error_total": sum(errors.values()),
        "error_words": "; ".join(f"{name}, {charts.PALETTE[word].label}: {n}" for (name, word), n in errors.items()),
        "heat": _svg(charts.heat_map(portfolio)),
        "heat_words": charts.heat_map_words(portfolio),
        "causes": [(cause, upstream(cause.shown_by, directories)) for cause in portfolio.causes[:MOST_CAUSES]],
    }


def _opening(portfolio: Portfolio, made_on: date, kept: Mapping[str, KeptFix]) -> dict[str, Any]:
    """The sentences of the summary, and the plan that they come from."""
    plan = action_plan(portfolio, made_on, kept)
    worst = portfolio.problems[0] if portfolio.problems else None
    places = next((len(cause.problems) for cause in portfolio.causes if worst in cause.problems), 1)
    return {
        "state": wording.wording()["state"][portfolio.score.grade],
        "risk": worst,
        "risk_places": places,
        "win": biggest_win(plan),
        "windows": windows(plan),
    }


def _corrections(summary: Summary, evidence: Pictures | None) -> dict[str, Any]:
    """Critical problems as cards, everything else as rows."""
    found = corrections(summary.portfolio, evidence)
    return {
        "cards": found.cards,
        "further": found.further,
        "link_counts": link_counts(links_seen(summary.portfolio)),
    }


def _method(summary: Summary, made_at: datetime) -> dict[str, Any]:
    """How it was checked, what could not be, and what was made sure of."""
    return {
        "times": summary.times,
        "ways": Counter(check.how for _, _, check in summary.checks).most_common(),
        "unanswered": _unanswered(summary),
        "weights": weights(),
        "preflight": preflight(summary.portfolio, made_at),
        "glossary": wording.wording()["glossary"],
    }


def _unanswered(summary: Summary) -> list[Unanswered]:
    groups: dict[tuple[str, str], list[tuple[LocationResult, DirectoryInfo, Check]]] = defaultdict(list)
    for result, directory, check in summary.unanswered:
        groups[directory.id, wording.why_not_checked(check)].append((result, directory, check))
    return [
        Unanswered(
            group[0][1],
            says,
            next((check.detail for _, _, check in group if check.detail), ""),
            tuple(dict.fromkeys(summary.portfolio.labels[result.location.id] for result, _, _ in group)),
            tuple(check for _, _, check in group),
        )
        for (_, says), group in groups.items()
    ]


def _svg(chart: Any) -> Markup:
    """The chart's picture: its labels are printable text, and were escaped when it was drawn."""
    return Markup(charts.chart_svg(chart))  # noqa: S704


def _span(summary: Summary) -> str:
    first, last = (_day(time) for time in summary.times)
    return first if first == last else f"{first} to {last}"


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


@cache
def _environment() -> Environment:
    """Templates with everything escaped; an unknown name in a template is an error, not a blank."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "value": shown.value,
        "plain": shown.plain,
        "web_address": shown.web_address,
        "marked": lambda problem: shown.marked(problem.canonical, problem.listed, problem.field, problem.parts),
        "sentence": wording.sentence,
        "finding": lambda pair: wording.finding_sentence(*pair),
        "why_not_checked": wording.why_not_checked,
        "change_what": change_words.change_what,
        "change_says": change_words.change_says,
        "was": change_words.was,
        "now": change_words.now,
        "reasons": _reasons,
        "look": charts.PALETTE.__getitem__,
        "day": _day,
        "moment": lambda when: f"{_day(when)}, {when:%H:%M} UTC",
        "percent": lambda share: f"{share:.0%}",
        "of": _count,
        "points": lambda points: f"{points:.0f}" if points >= 10 else f"{points:.1f}",
    }
    return environment


def _reasons(opportunity: Opportunity) -> list[str]:
    """Why the places of an opportunity could not be checked, each reason once."""
    says = (wording.why_not_checked(place.check) if place.check else place.says for place in opportunity.places)
    return list(dict.fromkeys(says))


def _count(number: int, one: str, many: str = "") -> str:
    """The number with its noun, as people say it."""
    return f"{number} {one if number == 1 else many or one + 's'}"

"""What an audit prints at its end: the scores, why checks came to no answer, where the reports are."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from citations.cli.console import MOST_IN_A_CELL
from citations.cli.could_not_check import could_not_check
from citations.cli.main import out
from citations.cli.tracker import tracker_lines
from citations.findings import LocationResult, Portfolio
from citations.models import Check
from citations.reports import ClientReport
from citations.reports.shown import plain
from citations.store import AuditInfo

MOST_ROWS = 40


@dataclass(frozen=True)
class Audited:
    """What an audit came to."""

    audit: AuditInfo
    whole: Portfolio
    reports: tuple[ClientReport, ...]
    failed: tuple[Check, ...]


def print_scores(audited: Audited) -> None:
    """The scores, worst first, what stayed open and why, and where the reports are."""
    whole, results = audited.whole, audited.whole.results
    out.print(_table(f"Audit {audited.audit.id}", results[:MOST_ROWS], whole.labels))
    if len(results) > MOST_ROWS:
        out.print(f"These are the worst {MOST_ROWS} of {len(results)} locations; citations scores has them all.")
    out.print(f"Score of all locations: {whole.score}")
    for line in could_not_check(check for result in results for check in result.checks):
        out.print(line, markup=False, highlight=False, soft_wrap=True)
    for line in tracker_lines(whole):
        out.print(f"Tracker: {line}", markup=False)
    for report in audited.reports:
        _say_where(report)


def _table(title: str, results: Sequence[LocationResult], labels: dict[str, str]) -> Table:
    table = Table(title=title, title_justify="left")
    for heading in ("Client", "Location", "Score", "Checked", "Grade"):
        table.add_column(heading)
    for heading in ("Listed", "Wrong", "Missing", "Could not check"):
        table.add_column(heading, justify="right")
    for result in results:
        points = "–" if result.score.points is None else f"{result.score.points:.0f}"
        table.add_row(
            Text(plain(result.location.client, MOST_IN_A_CELL)),
            Text(plain(labels[result.location.id], MOST_IN_A_CELL)),
            points,
            f"{result.score.coverage:.0%}",
            result.score.grade,
            *(str(number) for number in result.counts),
        )
    return table


def _say_where(report: ClientReport) -> None:
    out.print(f"Report for {report.client or 'all locations'}: {report.html}", markup=False)
    if report.pdf:
        out.print(f"  as PDF: {report.pdf}", markup=False)
    out.print(f"  as workbook: {report.workbook}, and {len(report.tables)} CSV files beside it", markup=False)

"""What must hold before a report goes out, checked by the program; a person still reads the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from citations.charts import error_counts
from citations.findings import Portfolio, Problem
from citations.models import FIELDS
from citations.nap.link_end import DEAD
from citations.reports.plan import action_plan
from citations.reports.summary import Summary
from citations.words import FindingKind, Status


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was made sure of: whether it holds, and in words what was found."""

    holds: bool
    says: str

    def __str__(self) -> str:
        return self.says


def preflight(portfolio: Portfolio, made_at: datetime) -> tuple[Point, ...]:
    """The points in the order in which a person would check them."""
    return tuple(_points(Summary(portfolio), made_at))


def _points(summary: Summary, made_at: datetime) -> Iterator[Point]:
    portfolio = summary.portfolio
    yield _complete(portfolio)
    yield _locations(portfolio)
    reasonless = sum(c.status is Status.UNVERIFIED and c.reason is None for _, _, c in summary.checks)
    every = f"Every check without an answer has its reason: {summary.not_checked}."
    yield Point(not reasonless, every if not reasonless else f"{reasonless} checks without an answer lack a reason.")
    yield _sums(summary)
    unexplained = sum(not _explained(problem) for problem in portfolio.problems)
    told = "Each problem has its evidence: a page, or the reason in words."
    yield Point(not unexplained, told if not unexplained else f"{unexplained} problems lack an explanation.")
    owned = all(task.owner and task.due for task in action_plan(portfolio, made_at.date()))
    yield Point(owned, "Each task has one owner and one date." if owned else "A task lacks its owner or its date.")
    late = summary.times[1] > made_at
    yield Point(not late, "A check is dated after this report." if late else "No check is dated after this report.")


def _complete(portfolio: Portfolio) -> Point:
    audit = portfolio.audit
    if audit.finished_at:
        return Point(True, "The audit ran to its end.")
    return Point(False, f"The audit is not finished: {audit.done} of {audit.planned} checks are made.")


def _locations(portfolio: Portfolio) -> Point:
    bare = [result.location.id for result in portfolio.results if not result.checks]
    if bare:
        return Point(False, f"{len(bare)} of {len(portfolio.results)} locations have no check yet.")
    return Point(True, f"Every location is present with its checks: {len(portfolio.results)}.")


def _sums(summary: Summary) -> Point:
    """Text and charts agree: what the text counts is what the ring and the bars are drawn from."""
    parts = summary.listed + summary.missing + summary.not_checked == summary.applicable
    whole = sum(summary.portfolio.statuses.values()) == len(summary.checks)
    fields = sum(map(_is_of_a_field, summary.portfolio.problems))
    holds = parts and whole and fields == sum(error_counts(summary.portfolio).values())
    return Point(holds, "Text and charts count the same." if holds else "Text and charts do not count the same.")


def _is_of_a_field(problem: Problem) -> bool:
    """True for what the bars draw; a dead link is told as a finding and drawn as a wrong website."""
    compared = problem.check.comparison
    is_dead = problem.word == FindingKind.DEAD_LINK and compared is not None and compared.website.rule == DEAD
    return problem.field in FIELDS or is_dead


def _explained(problem: Problem) -> bool:
    return bool(problem.reason or problem.check.evidence or problem.check.url)

"""What the checks mean: scores, problems, their common causes, and the picture of a whole client."""

from citations.findings.causes import Cause
from citations.findings.changes import Changed, changed
from citations.findings.difference import Span, difference
from citations.findings.fixes import Door, Entry, Fix, FixTask, decide, fixes, remembered, tasks
from citations.findings.notices import NoticeList, list_of, notice_lists
from citations.findings.portfolio import LocationResult, Portfolio, location_result, portfolio
from citations.findings.problems import Harm, Problem
from citations.findings.score import NOT_ENOUGH, Score, score, tally, weights
from citations.findings.scored import Scored, percentile, scored
from citations.findings.settle import settle
from citations.findings.tracker import beside, notes_of, standing
from citations.findings.upstream import Upstream, upstream
from citations.findings.worst import Word, worst

__all__ = [
    "NOT_ENOUGH",
    "Cause",
    "Changed",
    "Door",
    "Entry",
    "Fix",
    "FixTask",
    "Harm",
    "LocationResult",
    "NoticeList",
    "Portfolio",
    "Problem",
    "Score",
    "Scored",
    "Span",
    "Upstream",
    "Word",
    "beside",
    "changed",
    "decide",
    "difference",
    "fixes",
    "list_of",
    "location_result",
    "notes_of",
    "notice_lists",
    "percentile",
    "portfolio",
    "remembered",
    "score",
    "scored",
    "settle",
    "standing",
    "tally",
    "tasks",
    "upstream",
    "weights",
    "worst",
]

"""What the checks mean: scores, problems, their common causes, and the picture of a whole client."""

from citations.findings.causes import Cause
from citations.findings.difference import Span, difference
from citations.findings.portfolio import LocationResult, Portfolio, location_result, portfolio
from citations.findings.problems import Harm, Problem
from citations.findings.score import NOT_ENOUGH, Score, score, tally, weights
from citations.findings.worst import Word, worst

__all__ = [
    "NOT_ENOUGH",
    "Cause",
    "Harm",
    "LocationResult",
    "Portfolio",
    "Problem",
    "Score",
    "Span",
    "Word",
    "difference",
    "location_result",
    "portfolio",
    "score",
    "tally",
    "weights",
    "worst",
]

"""Changes: what a listing says now beside what it said before, field by field, with the dates."""

from citations.findings.changes.changed import Changed, changed
from citations.findings.changes.learn import learn

__all__ = ["Changed", "changed", "learn"]

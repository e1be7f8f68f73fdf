"""Pairs with the relation that a careful person gives: same, format or different."""

from collections.abc import Iterator

from citations.models import FieldResult, Listing, Location
from citations.nap import compare
from tests.matching_quality.outcome import CASES, Outcome, numbered

FILE = "hard_pairs.csv"
HARD = CASES / FILE
_COUNTRIES = (("London", "GB"), ("+44", "GB"), ("Sydney", "AU"), ("Montr", "CA"))


def hard_pairs() -> Iterator[Outcome]:
    """Accepted exactly where the relation is same or format; `theirs` is the relation, `ours` verdict and rule."""
    for row, case in numbered(FILE):
        result = _compared(case["field"], case["a"], case["b"])
        agrees = result.verdict.is_right == (case["relation"] != "different")
        ours = f"{result.verdict}: {result.rule}"
        yield Outcome(FILE, row, case["field"], ours, case["relation"], agrees, text=f"{case['a']} | {case['b']}")


def _compared(field: str, canonical: str, listed: str) -> FieldResult:
    country = next((code for mark, code in _COUNTRIES if mark in canonical), "US")
    record = {"id": "1", "name": "Acme", "country": country} | {field: canonical}
    shown = {"phones": [listed]} if field == "phone" else {field: listed}
    return compare(Location(**record), Listing(**shown)).fields[field]  # type: ignore[arg-type]

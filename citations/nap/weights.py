"""What each level of agreement weighs, in bits: the table `tables/weights.csv`, and the sum that it makes of a pair.

The model is Fellegi and Sunter's ("A Theory for Record Linkage", 1969).
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from citations.postal.table import rows


class Thresholds(NamedTuple):
    """The bits from which a pair may be `same`, and from which it is worth a person's look."""

    same: float
    review: float


TABLE = Path(__file__).parent / "tables" / "weights.csv"
_WEIGHS_AS = {
    ("name", "alias"): "same",
    ("phone", "known"): "same",
    ("phone", "miswritten"): "same",
    ("address", "former"): "same",
}


@cache
def weights() -> dict[tuple[str, str], float]:
    """(field, level) -> bits."""
    return {(row["field"], row["level"]): float(row["bits"]) for row in rows(TABLE)}


@cache
def learnt_thresholds() -> Thresholds:
    """The thresholds that stand in the table."""
    return Thresholds(weights()["decision", "same_from"], weights()["decision", "review_from"])


def weigh(found: dict[str, str]) -> tuple[float, tuple[tuple[str, float], ...]]:
    """The bits of these levels, with what each adds."""
    return _weighed(tuple(found.items()))


@lru_cache(16384)
def _weighed(levels_found: tuple[tuple[str, str], ...]) -> tuple[float, tuple[tuple[str, float], ...]]:
    """Remembered whole: of all that nine fields could show together, real pairs show a few thousand things."""
    table, found = weights(), weighed_as(dict(levels_found))
    evidence = [("before looking", table["prior", "any"])]
    evidence += [
        (f"{field}: {level.replace('_', ' ')}", table.get((field, level), 0.0)) for field, level in found.items()
    ]
    evidence += _combined(found)
    shown = tuple((name, bits) for name, bits in evidence if bits)
    return round(sum(bits for _, bits in shown), 2), shown


def weighed_as(found: dict[str, str]) -> dict[str, str]:
    """The levels as the table has them: what was true once weighs as what is true now."""
    return {field: _WEIGHS_AS.get((field, level), level) for field, level in found.items()}


@cache
def _weighed_together() -> tuple[tuple[str, str], ...]:
    """The pairs of fields for which the table has corrections."""
    pairs = {field for field, _ in weights() if "+" in field}
    return tuple((a, b) for a, _, b in (pair.partition("+") for pair in sorted(pairs)))


def _combined(found: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Levels that say more, or less, together than apart."""
    for a, b in _weighed_together():
        level = f"{found[a]}+{found[b]}"
        if bits := weights().get((f"{a}+{b}", level)):
            yield f"{a} and {b}: {level.replace('_', ' ')}", bits

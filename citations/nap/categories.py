"""Categories: compared by their words and by the trade that they name.

Directories have lists of their own, so another word is no error. Only a category of another trade is one.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from citations.models import FieldResult
from citations.nap.trades import trades
from citations.postal.folding import words
from citations.postal.table import lines
from citations.words import Verdict

_WITHIN = re.compile(r"[;,|/>›»&]")
_SHARED = 5  # letters that two words begin with when they are of one stem: plumber and plumbing


@lru_cache(16384)
def compare_categories(listed: tuple[str, ...], canonical: tuple[str, ...]) -> FieldResult:
    """The verdict on the categories under which a listing files the business."""
    theirs, ours = "; ".join(listed), "; ".join(canonical)
    if not ours.strip():
        reason = "Your record has no categories."
        return FieldResult(Verdict.NOT_COMPARED, theirs, "", "categories.no_record", reason)
    if not theirs.strip():
        reason = "No category was read of the listing."
        return FieldResult(Verdict.NOT_COMPARED, "", ours, "categories.not_shown", reason)
    rule, verdict, reason = _judge(listed, canonical)
    return FieldResult(verdict, theirs, ours, rule, reason)


def _judge(listed: tuple[str, ...], canonical: tuple[str, ...]) -> tuple[str, Verdict, str]:
    if listed == canonical:
        return "categories.identical", Verdict.SAME, "The categories are exactly yours."
    theirs, ours = _telling(listed), _telling(canonical)
    if _each_in(theirs, ours) and _each_in(ours, theirs):
        return (
            "categories.same_words",
            Verdict.FORMATTING,
            "The same categories, written in another way; nothing to do.",
        )
    if any(_akin(a, b) for a in theirs for b in ours):
        return "categories.shared", Verdict.ACCEPTED, _shared(listed, canonical)
    where = f"The listing files you under “{'; '.join(listed)}”, your record under “{'; '.join(canonical)}”"
    here, there = trades(canonical), trades(listed)
    if here and there and not here & there:
        return (
            "categories.other_trade",
            Verdict.DIFFERENT,
            f"{where}: who looks for your trade will not find you there.",
        )
    return "categories.other_words", Verdict.NOT_COMPARED, f"{where}: look whether they mean the same."


def _shared(listed: tuple[str, ...], canonical: tuple[str, ...]) -> str:
    """The reason, with those categories of the record that the listing does not name."""
    theirs = _telling(listed)
    missing = [text for text in canonical if not any(_akin(a, b) for a in _telling((text,)) for b in theirs)]
    if missing:
        return f"The listing files you under your trade; it does not name “{'; '.join(missing)}”."
    return "The listing files you under your trade, in other words."


@cache
def _general() -> frozenset[str]:
    return lines(Path(__file__).parent / "tables" / "general_words.txt")


def _telling(categories: tuple[str, ...]) -> frozenset[str]:
    """The words that say what sort of business it is; all words when none does."""
    found = frozenset(word for text in categories for part in _WITHIN.split(text) for word in words(part))
    return found - _general() or found


def _each_in(some: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(_akin(word, other) for other in others) for word in some)


def _akin(a: str, b: str) -> bool:
    """True for two forms of one word: dentist and dentists, plumber and plumbing, Zahnarzt and Zahnärztin."""
    if a == b or a.rstrip("s") == b.rstrip("s"):
        return True
    least = max(_SHARED, 0.6 * min(len(a), len(b)))
    return len(a) >= _SHARED and a[: int(least + 0.99)] == b[: int(least + 0.99)]

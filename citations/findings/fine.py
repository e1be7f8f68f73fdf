"""Values that a person said are fine: the word holds for that value, in that field, at that address, and no further."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from citations.findings.problems import harms
from citations.findings.wrong_value import wrong_value
from citations.models import Comparison, FieldResult
from citations.same_page import page_key
from citations.store import Fine
from citations.words import Verdict

FINE = "person.fine"


def with_fine(comparison: Comparison, fine: Iterable[Fine], url: str, country: str) -> Comparison:
    """The comparison of the listing at `url` with what a person said is fine in it `accepted`."""
    words = {(one.field, one.value): one for one in fine if page_key(one.url) == page_key(url)}
    if not words:
        return comparison

    def judged(name: str, result: FieldResult) -> FieldResult:
        word = words.get((name, wrong_value(name, result.listed, country)))
        if word is None or (name, result.verdict) not in harms():
            return result
        on = f"{word.said_at.day} {word.said_at:%B %Y}"
        reason = f"A person said on {on} that this value is fine here. {result.reason}".strip()
        return replace(result, verdict=Verdict.ACCEPTED, rule=FINE, reason=reason)

    fields: dict[str, Any] = {name: judged(name, result) for name, result in comparison.results.items()}
    return replace(comparison, **fields)


def without_fine(comparison: Comparison, compared: Callable[[], Mapping[str, FieldResult]]) -> Comparison:
    """The comparison as it was before anybody said that a value is fine; `compared` makes the fields anew."""
    said: dict[str, Any] = {
        name: compared()[name] for name, result in comparison.results.items() if result.rule == FINE
    }
    return replace(comparison, **said)

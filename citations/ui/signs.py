"""What a check, a verdict or a finding looks like: a symbol and a short word, underlined by a colour."""

from dataclasses import dataclass

from citations.charts import PALETTE
from citations.findings import Word, worst
from citations.models import Check
from citations.reports.wording import wording
from citations.words import Status, Verdict

_WRONG = frozenset(verdict for verdict in Verdict if verdict.is_wrong)
_LACKING = frozenset({Verdict.ABSENT, Verdict.INCOMPLETE})


@dataclass(frozen=True, slots=True)
class Sign:
    """A symbol and a word that say it without colour; `ink` is legible on `fill`."""

    symbol: str
    word: str
    fill: str
    ink: str


def no_check(says: str) -> Sign:
    """The sign where there is no check: it stays in the background."""
    return Sign("·", says, "transparent", "inherit")


def of_word(word: Word | str, says: str = "") -> Sign:
    """The sign of a status, verdict, finding or grade; `says` replaces its usual word."""
    look = PALETTE[word]
    return Sign(look.symbol, says or look.label, look.fill, look.ink)


def of_status(check: Check) -> Sign:
    """The sign of a check's status; when it could not be checked, with the short word for the reason."""
    if check.status is Status.UNVERIFIED and check.reason:
        return of_word(check.status, wording()["reason_short"][check.reason])
    return of_word(check.status)


def of_check(check: Check) -> Sign:
    """The sign of a whole check: what does most harm, and in which fields; else its status."""
    word = worst(check)
    if isinstance(word, Status):
        return of_status(check)
    if isinstance(word, Verdict):
        return of_word(Verdict.SAME) if word.is_right else of_word(word, _fields_like(check, word))
    return of_word(word)


def _fields_like(check: Check, word: Verdict) -> str:
    """The fields of the listing that are wrong, when `word` is, or that lack something."""
    alike = _WRONG if word.is_wrong else _LACKING
    fields = check.comparison.fields if check.comparison else {}
    return ", ".join(name for name, result in fields.items() if result.verdict in alike)

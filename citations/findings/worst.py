"""One word for one check: what a grid of locations and directories shows in a cell."""

from citations.findings.problems import harms
from citations.models import Check
from citations.words import FindingKind, Status, Verdict

Word = Status | Verdict | FindingKind
_MILDEST_LAST = (Verdict.ACCEPTED, Verdict.FORMATTING, Verdict.SAME)


def worst(check: Check) -> Word:
    """The word that does most harm to a customer; without any, how right the listing is, else the status."""
    words = _words(check)
    harmful = [(harms()[key].rank, word) for key, word in words.items() if key in harms()]
    if harmful:
        return min(harmful, key=lambda pair: pair[0])[1]
    right = [word for word in _MILDEST_LAST if word in words.values()]
    return right[0] if right else check.status


def _words(check: Check) -> dict[tuple[str, str], Word]:
    """Every word of the check, by the key under which `harms` knows it."""
    words: dict[tuple[str, str], Word] = {("status", check.status): check.status}
    if check.comparison:
        words |= {(name, result.verdict): result.verdict for name, result in check.comparison.fields.items()}
        words |= {("finding", finding.kind): finding.kind for finding in check.comparison.findings}
    return words

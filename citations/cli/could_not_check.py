"""What `citations audit` says of the checks that came to no answer: how many, why, and what settles them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from citations.audit.assist import why_a_person
from citations.models import Check
from citations.reports.wording import wording
from citations.words import Reason, Status

FEWEST_TO_CALL_IT_OFFLINE = 3
_WITHOUT_THE_NETWORK = frozenset({Reason.NETWORK, Reason.ASSISTED, Reason.NEEDS_KEY, Reason.NOT_CHECKED})


def could_not_check(checks: Iterable[Check]) -> list[str]:
    """Lines for a terminal: the reasons with their counts, then a command for each thing to do. None left: no lines."""
    checks = tuple(checks)
    left = [check for check in checks if check.status in (Status.UNVERIFIED, Status.AMBIGUOUS)]
    if not left:
        return []
    reasons = Counter(_reason(check) for check in left)
    counted = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
    return [f"Could not check {len(left)}: {counted}.", *_to_do(checks, left)]


def _to_do(checks: Collection[Check], left: Collection[Check]) -> Iterator[str]:
    by_hand = sum(bool(why_a_person(check)) for check in left)
    reasons = Counter(check.reason for check in left)
    if _is_offline(checks, reasons):
        yield "  No site could be reached: is this machine online, and may programs on it go out?"
    if by_hand:
        yield f"  citations assist    opens those that a person can settle: {by_hand}"
    if reasons[Reason.NEEDS_KEY]:
        yield "  citations doctor    names the keys, and where they are set"


def _is_offline(checks: Iterable[Check], reasons: Counter[Reason | None]) -> bool:
    """Whether several sites were asked and not one of them answered in any way."""
    if reasons[Reason.NETWORK] < FEWEST_TO_CALL_IT_OFFLINE:
        return False
    return all(c.status is Status.NOT_APPLICABLE or c.reason in _WITHOUT_THE_NETWORK for c in checks)


def _reason(check: Check) -> str:
    if check.status is Status.AMBIGUOUS:
        return "not certain to be this one"
    return str(wording()["reason_short"][check.reason or Reason.NOT_CHECKED])

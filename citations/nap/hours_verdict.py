"""The verdict on opening hours, day by day."""

from functools import lru_cache

from citations.models import FieldResult, Finding, Location
from citations.nap.closed import closing_words
from citations.nap.hours import Span, Week, read_hours
from citations.nap.nothing import says_nothing
from citations.words import FindingKind, Lifecycle, Verdict

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_SAYS_CLOSED = {
    Lifecycle.CLOSED: "The listing says in place of opening hours that you are permanently closed.",
    Lifecycle.TEMPORARILY_CLOSED: "The listing says in place of opening hours that you are temporarily closed.",
}


@lru_cache(16384)
def compare_hours(location: Location, listed: str) -> FieldResult:
    """The verdict on the listed opening hours."""
    canonical = location.hours
    if not canonical.strip():
        return FieldResult(Verdict.NOT_COMPARED, listed, "", "hours.no_record", "Your record has no opening hours.")
    if says_nothing(listed):
        return FieldResult(Verdict.ABSENT, "", canonical, "hours.absent", "The listing shows no opening hours.")
    if listed.strip() == canonical.strip():
        return FieldResult(Verdict.SAME, listed, canonical, "hours.identical", "The hours are exactly yours.")
    if reason := _SAYS_CLOSED.get(closing_words(listed), ""):
        return FieldResult(Verdict.DIFFERENT, listed, canonical, "hours.closed", reason)
    ours, theirs = read_hours(canonical), read_hours(listed)
    if theirs is None or ours is None:
        whose = "listing" if theirs is None else "record"
        reason = f"The opening hours of the {whose} cannot be read, so they were not compared."
        return FieldResult(Verdict.UNREADABLE, listed, canonical, f"hours.unreadable_{whose}", reason)
    return _by_day(listed, canonical, theirs, ours)


def _by_day(listed: str, canonical: str, theirs: Week, ours: Week) -> FieldResult:
    wrong = [day for day in range(7) if theirs[day] != ours[day]]
    if not wrong:
        reason = "The same hours, written in another way; nothing to do."
        return FieldResult(Verdict.FORMATTING, listed, canonical, "hours.same_week", reason)
    names = _list([DAYS[day] for day in wrong])
    detail = f"{spans_shown(theirs[wrong[0]])} where you have {spans_shown(ours[wrong[0]])}"
    reason = f"The listing shows other hours on {names} ({detail} on {DAYS[wrong[0]]})."
    rule = "hours.some_days" if len(wrong) < 7 else "hours.all_days"
    return FieldResult(Verdict.DIFFERENT, listed, canonical, rule, reason)


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def spans_shown(spans: tuple[Span, ...]) -> str:
    """The hours of one day as people write them: "08:00–12:00 and 14:00–17:00", or "closed"."""
    if not spans:
        return "closed"
    return " and ".join(f"{a // 60 % 24:02}:{a % 60:02}–{b // 60 % 24:02}:{b % 60:02}" for a, b in spans)


def hours_findings(result: FieldResult) -> list[Finding]:
    """Hours that are right on some days only."""
    if result.rule == "hours.some_days":
        return [Finding(FindingKind.PARTLY_DIFFERENT_HOURS, result.reason)]
    return []

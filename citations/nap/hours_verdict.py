"""The verdict on opening hours, day by day."""

from collections.abc import Sequence

from citations.models import FieldResult, Finding, Location
from citations.models.told import told
from citations.nap.closed_sign import closing_words
from citations.nap.hours import Span, Week, names_days, read_hours
from citations.nap.nothing import says_nothing
from citations.words import FindingKind, Lifecycle, Verdict

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ROUND_THE_CLOCK = ((0, 24 * 60),)

_SAYS_CLOSED = {
    Lifecycle.CLOSED: "The listing says in place of opening hours that you are permanently closed.",
    Lifecycle.TEMPORARILY_CLOSED: "The listing says in place of opening hours that you are temporarily closed.",
}


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
        rule, whose = (
            ("hours.unreadable_listing", "listing") if theirs is None else ("hours.unreadable_record", "record")
        )
        reason = f"The opening hours of the {whose} cannot be read, so they were not compared."
        return FieldResult(Verdict.UNREADABLE, listed, canonical, rule, reason)
    return _by_day(listed, canonical, theirs, ours)


def _by_day(listed: str, canonical: str, theirs: Week, ours: Week) -> FieldResult:
    wrong = [day for day in range(7) if theirs[day] != ours[day]]
    if not wrong:
        reason = "The same hours, written in another way; nothing to do."
        return FieldResult(Verdict.FORMATTING, listed, canonical, "hours.same_week", reason)
    mentioned = [day for day in range(7) if theirs[day] or ours[day]]
    if not names_days(listed) and theirs[0] in ours:
        says = spans_shown(theirs[0])
        reason = f"The listing says {says} but not on which days; you do not keep these hours every day."
        return FieldResult(Verdict.INCOMPLETE, listed, canonical, "hours.no_days", reason)
    if not names_days(canonical):
        reason = (
            "Your record says from when to when you are open but not on which days, so the hours were not compared."
        )
        return FieldResult(Verdict.UNREADABLE, listed, canonical, "hours.unreadable_record", reason)
    rule = "hours.some_days" if len(wrong) < len(mentioned) else "hours.all_days"
    return FieldResult(Verdict.DIFFERENT, listed, canonical, rule, told(lambda: _reason(wrong, theirs, ours)))


def _reason(wrong: list[int], theirs: Week, ours: Week) -> str:
    """Which days are wrong, and how the first of them is."""
    day, days = wrong[0], day_names(wrong)
    own = f"you are open {spans_shown(ours[day])}" if ours[day] else "you are closed"
    if len(wrong) > 1:
        shown = spans_shown(theirs[day])
        return f"The listing shows other hours on {days} ({shown} on {DAYS[day]}; {own})."
    if theirs[day]:
        return f"The listing says that you are open {spans_shown(theirs[day])} on {days}; {own}."
    return f"The listing says that you are closed on {days}; {own}."


def day_names(days: list[int]) -> str:
    """Days in words, runs of three and more drawn together: "Monday to Friday and Sunday"."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    drawn = [run if len(run) < 3 else [f"{DAYS[run[0]]} to {DAYS[run[-1]]}"] for run in runs]
    names = [name if isinstance(name, str) else DAYS[name] for run in drawn for name in run]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def spans_shown(spans: tuple[Span, ...]) -> str:
    """The hours of one day as people say them: "08:00–12:00 and 14:00–17:00", "closed", "round the clock"."""
    if not spans:
        return "closed"
    if spans == ROUND_THE_CLOCK:
        return "round the clock"
    return " and ".join(f"{a // 60 % 24:02}:{a % 60:02}–{b // 60 % 24:02}:{b % 60:02}" for a, b in spans)


def hours_findings(result: FieldResult) -> Sequence[Finding]:
    """Hours that are right on some days only."""
    if result.rule == "hours.some_days":
        return (Finding(FindingKind.PARTLY_DIFFERENT_HOURS, told(lambda: result.reason)),)
    return ()

"""Opening hours of invented businesses: a week as a value, and the ways in which sites write it."""

from itertools import groupby

Week = tuple[tuple[str, str] | None, ...]
"""Monday to Sunday: (opens, closes) as "HH:MM", or None when closed."""

SHORT = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

GERMAN = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def read_week(text: str) -> Week:
    """Read our own notation, "Mo-Fr 09:00-17:00; Sa 10:00-14:00".

    >>> read_week("Tu-We 09:00-17:00")[:3]
    (None, ('09:00', '17:00'), ('09:00', '17:00'))
    """
    week: list[tuple[str, str] | None] = [None] * 7
    for block in text.split("; "):
        days, times = block.split(" ")
        first, _, last = days.partition("-")
        opens, closes = times.split("-")
        for day in range(SHORT.index(first), SHORT.index(last or first) + 1):
            week[day] = (opens, closes)
    return tuple(week)


def blocks(week: Week) -> list[str]:
    """The week in schema.org's notation, one text for each run of equal days."""
    written = []
    for span, run in groupby(range(7), key=lambda day: week[day]):
        days = [SHORT[day] for day in run]
        if span:
            written.append(f"{days[0]}-{days[-1]} {'-'.join(span)}" if len(days) > 1 else f"{days[0]} {'-'.join(span)}")
    return written


def in_words(week: Week) -> list[tuple[str, str]]:
    """The week as people read it: (day, "9:00 AM – 5:00 PM" or "Closed")."""
    return [(day, " – ".join(map(_twelve, span)) if span else "Closed") for day, span in zip(LONG, week, strict=True)]


def in_german(week: Week) -> list[str]:
    """The week as it is written in Germany: "Montag: 09:00 – 17:00 Uhr" or "geschlossen"."""
    spans = [f"{' – '.join(span)} Uhr" if span else "geschlossen" for span in week]
    return [f"{day}: {span}" for day, span in zip(GERMAN, spans, strict=True)]


def later(time: str, hours: int = 1) -> str:
    """The time some hours later, on a clock that ends at midnight."""
    return f"{min(int(time[:2]) + hours, 23):02}{time[2:]}"


def _twelve(time: str) -> str:
    hour = int(time[:2])
    return f"{(hour - 1) % 12 + 1}{time[2:]} {'AM' if hour < 12 else 'PM'}"

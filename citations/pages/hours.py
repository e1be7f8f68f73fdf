"""Opening hours as pages state them, put on one line; what they mean is for others to say."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeGuard

from citations.pages import tables
from citations.pages.jsonld import Item
from citations.pages.text import clean

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MORE = re.compile(
    r"(?<=:\d\d)(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?(?=\s*(?:[AaPp]\.?[Mm]\.?)?$)"
)  # seconds and time zone


def opening_hours(item: Item) -> str:
    """The hours of a schema.org item: `openingHours` as it stands, else its specifications in the same notation."""
    plain = _texts(item.get("openingHours"))
    if plain:
        return "; ".join(plain)
    specification = item.get("openingHoursSpecification")
    given = specification if isinstance(specification, list) else [specification]
    rules = [row for row in given if _is_rule(row)]
    always = [row for row in rules if not _is_for_a_time(row)]
    return week((day, _span(row)) for row in always or rules for day in _days(row.get("dayOfWeek")) or DAYS)


def week(rules: Iterable[tuple[str, str]]) -> str:
    """Days (`Mo` to `Su`) and their spans on one line, days of like hours drawn together: "Mo-Fr 09:00-17:00"."""
    by_time: dict[str, list[str]] = {}
    for day, span in rules:
        by_time.setdefault(span, []).append(day)
    return "; ".join(f"{_day_list(days)} {span}".strip() for span, days in by_time.items())


def is_day(text: str) -> bool:
    """True for the name of a day of the week."""
    return text.lower() in day_names()


@cache
def day_names() -> dict[str, str]:
    """The names of the days, in lower case, each with its short English one."""
    return {name: day for day, names in tables.toml("words")["days"].items() for name in names}


def _is_rule(row: Any) -> TypeGuard[Item]:
    """A weekly rule: it names its days, or holds on every day; one for a date or a holiday is an exception to it."""
    if not isinstance(row, dict):
        return False
    named = _texts(row.get("dayOfWeek"))
    return bool(_days(named)) if named else bool(row.get("opens")) and not row.get("validFrom")


def _is_for_a_time(row: Item) -> bool:
    """True for hours of a season or a holiday: they hold from one date to another."""
    return bool(row.get("validFrom") and row.get("validThrough"))


def _days(value: Any) -> list[str]:
    names = day_names()
    words = [text.rstrip("/").rpartition("/")[2].lower() for text in _texts(value)]
    return [names[word] for word in words if word in names]


def _span(row: Item) -> str:
    opens, closes = (_MORE.sub("", "".join(_texts(row.get(key))[:1])) for key in ("opens", "closes"))
    return f"{opens}-{closes}" if (opens, closes) not in (("", ""), ("00:00", "00:00")) else "closed"


def _day_list(days: list[str]) -> str:
    """Days in the order of the week, neighbours drawn together: Mo-Fr,Su."""
    present = [day for day in DAYS if day in days]
    runs: list[list[str]] = []
    for day in present:
        if runs and DAYS.index(day) == DAYS.index(runs[-1][-1]) + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    if isinstance(value, dict):
        return _texts(value.get("name") or value.get("@id"))
    return [clean(str(value))] if isinstance(value, str | int) and str(value).strip() else []

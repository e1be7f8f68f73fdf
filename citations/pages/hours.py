"""Opening hours as pages state them, put on one line; what they mean is for others to say."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, TypeGuard

from citations.pages import tables
from citations.pages.jsonld import Item
from citations.pages.tables import labels
from citations.pages.text import MAIN, Line, clean

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WORD = re.compile(r"[^\W\d_]+")
_TIME = re.compile(
    r"\d{1,2}([:.h]\d{2})?\s*([ap]\.?m|uhr|–|-|to|bis)|\d{1,2}[:.]\d{2}|closed|geschlossen|fermé|24\s?h|by appointment",
    re.IGNORECASE,
)

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


def visible_hours(lines: list[Line]) -> str:
    """The hours that the page shows as a table or list of days, or the words under their label; else blank."""
    texts = [line.text for line in lines if line.region == MAIN]
    return "; ".join(dict.fromkeys(_rows(texts))) or _words_instead(texts)


def _words_instead(texts: list[str]) -> str:
    """Words such as "by appointment" under the label of the hours; blank when there are none."""
    for label, text in pairwise(texts):
        is_labelled = label.lower().strip(" :") in labels("hours") and len(text) < 80
        if is_labelled and any(words in text.lower() for words in labels("no_fixed_hours")):
            return text
    return ""


def _rows(texts: list[str]) -> Iterator[str]:
    for index, text in enumerate(texts):
        if not _starts_with_day(text) or len(text) > 120:
            continue
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if _TIME.search(text):
            yield text
        elif len(text) < 25 and len(following) < 60 and _TIME.search(following) and not _starts_with_day(following):
            yield f"{text.rstrip(':')} {following}"


def is_day(text: str) -> bool:
    """True for the name of a day of the week."""
    return text.lower() in _day_names()


def _starts_with_day(text: str) -> bool:
    word = _WORD.match(text)
    return word is not None and word[0].lower() in _day_names()


@cache
def _day_names() -> dict[str, str]:
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
    names = _day_names()
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

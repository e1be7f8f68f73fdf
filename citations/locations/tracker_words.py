"""The words and days of an agency's tracker: what a status cell says, what a date is meant by."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citations.locations.columns import words
from citations.words import Noted

_MONTH_FIRST = frozenset({"US", "PR", "VI", "GU", "AS", "MP", "PH", "FM", "MH", "PW"})
_DAY = re.compile(
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?[. -]+[^\W\d_]{3,9}[., -]+(?:\d{4}|\d\d)(?!\d)"
    r"|[^\W\d_]{3,9}[. -]+\d{1,2}(?:st|nd|rd|th)?,? +\d{4}"
)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


@cache
def table() -> dict[str, Any]:
    """`tracker.toml` as it stands."""
    return tomllib.loads((Path(__file__).parent / "tracker.toml").read_text(encoding="utf-8"))


def platform_names() -> tuple[Mapping[str, Sequence[str]], frozenset[str]]:
    """Directory id -> what people call it beside its name, and the words beside a name that tell nothing."""
    return table()["platforms"], frozenset(table()["noise"]["platform"])


def place_noise() -> frozenset[str]:
    """Words beside the name of a location that tell nothing."""
    return frozenset(table()["noise"]["place"])


@lru_cache(maxsize=4096)
def noted_word(status: str) -> Noted:
    """What a status cell says, in one word; `remark` when it says none that is known."""
    for word, signs in table()["sign"].items():
        if status.strip().lower() in signs:
            return Noted(word)
    said = words(_DAY.sub(" ", status))
    if said in _phrases():
        return _phrases()[said]
    found = {_phrases()[phrase] for phrase in _held(f" {said} ")}
    return next((word for word in _order() if word in found), Noted.REMARK)


def _held(said: str) -> list[str]:
    """The known phrases in a cell, none of them inside another or denied: "not listed" holds no "listed"."""
    found = []
    for phrase in sorted(_phrases(), key=len, reverse=True):
        if f" {phrase} " in said:
            if f" not {phrase} " not in said:
                found.append(phrase)
            said = said.replace(f" {phrase} ", " | ")
    return found


@cache
def _phrases() -> Mapping[str, Noted]:
    return {words(phrase): Noted(word) for word, phrases in table()["status"].items() for phrase in phrases}


@cache
def _order() -> tuple[Noted, ...]:
    return tuple(Noted(word) for word in table()["status"])


def day_in(text: str, country: str) -> date | None:
    """The first date in a text, None when there is none: `3/5/24` is 5 March in the United States, 3 May elsewhere."""
    for found in _DAY.finditer(text):
        if day := _day(found[0], country):
            return day
    return None


def _day(text: str, country: str) -> date | None:
    parts = [part for part in re.findall(r"\d+|[^\W\d_]+", text.lower()) if part not in ("st", "nd", "rd", "th")]
    named = [part for part in parts if not part.isdigit()]
    numbers = [int(part) for part in parts if part.isdigit()]
    if named:
        return _valid(numbers[1], _month(named[0]), numbers[0])
    if numbers[0] >= _FIRST_YEAR:
        return _valid(*numbers)
    first, second, year = numbers
    if "." not in text and country.upper() in _MONTH_FIRST:
        first, second = second, first
    return _valid(year, second, first) or _valid(year, first, second)


def _month(name: str) -> int:
    """The number of a month by its first letters; 0 for no month."""
    months: list[list[str]] = table()["months"]["begin"]
    return next((place for place, begins in enumerate(months, 1) if name.startswith(tuple(begins))), 0)


def _valid(year: int, month: int, day: int) -> date | None:
    year += 2000 if year < 100 else 0
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None

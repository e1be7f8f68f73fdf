"""Opening hours: common writings and OpenStreetMap's brought to one week.

Later words count before earlier ones, as OpenStreetMap has it: "Mo-Fr 9-17; We 9-12" closes at noon on Wednesday. Only
hours that leave the earlier ones alone are added to them: "Mo-Fr 8-12; Tu 14-18" means both on Tuesday.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from citations.nap.hours_text import Time, Token, tokens

Span = tuple[int, int]
Week = tuple[tuple[Span, ...], ...]
_DAY = 24 * 60
_HOLIDAY = 7  # a day beyond the week: what is said of holidays is left out
_SPECIAL = {
    "daily": tuple(range(7)),
    "weekdays": tuple(range(5)),
    "weekend": (5, 6),
    "holiday": (_HOLIDAY,),
}
_MARKS = frozenset({"noise", ",", "&"})


class Item(NamedTuple):
    """A step of reading: days, a span, closed, except, or what cannot be read; `ends` a sentence."""

    kind: str
    days: tuple[int, ...] = ()
    span: Span = (0, _DAY)
    ends: bool = False


@lru_cache(16384)
def read_hours(text: str) -> Week | None:
    """Opening spans in minutes for Monday to Sunday; a day that is not mentioned is closed. None when unreadable.

    Hours without any day hold on every day, as OpenStreetMap has it; `names_days` tells whether there was one.
    """
    found = [token for token in tokens(text) if token.kind not in _MARKS]
    items = list(_items(found))
    kinds = {item.kind for item in items}
    if "unread" in kinds or not kinds & {"span", "closed"}:
        return None
    if items[0].kind == "span" and items[-1].kind != "span":
        items = list(_days_first(items))
    week = _Reader().week(list(_closed_last(items)))
    if week is None or (not any(week) and any(token.kind == "appointment" for token in found)):
        return None
    return week


@lru_cache(4096)
def names_days(text: str) -> bool:
    """True when the text says on which days its hours hold, or that they hold around the clock."""
    return any(token.kind in ("day", "always", *_SPECIAL) for token in tokens(text))


def _items(found: Sequence[Token]) -> Iterator[Item]:
    at = 0
    while at < len(found):
        token = found[at]
        is_range = at + 2 < len(found) and found[at + 1].kind == "to" and found[at + 2].kind == token.kind
        item = _item(token, found[at + 2] if is_range else None)
        at += 3 if is_range and token.kind in ("day", "time") else 1
        ends = at < len(found) and found[at].kind == ";"
        if token.kind != ";":
            yield item._replace(ends=ends)


def _item(token: Token, last: Token | None) -> Item:
    """A token, or the range from it to the last."""
    if token.kind == "day":
        return Item("days", _days_between(token.day, last.day if last else token.day))
    if token.kind in _SPECIAL:
        return Item("days", _SPECIAL[token.kind])
    if token.kind == "time" and last:
        span = _span(token.time, last.time)
        return Item("span", span=span) if span else Item("unread")
    if token.kind == "always":
        return Item("span")
    kinds = {"closed": "closed", "appointment": "closed", "except": "except"}
    return Item(kinds.get(token.kind, "unread"))


def _days_first(items: Sequence[Item]) -> Iterator[Item]:
    """The items of "9am-5pm Monday to Friday, closed weekends" with the days before their hours."""
    at = 0
    while at < len(items):
        spans = _run(items, at, "span")
        days = _run(items, at + len(spans), "days") if spans else []
        end = at + len(spans) + len(days)
        if _kind(items, end) == "closed" and _kind(items, end + 1) != "days":
            days = days[:-1]  # the last of them are the days that are closed
        yield from [*days, *spans] or [items[at]]
        at += len(spans) + len(days) or 1


def _closed_last(items: Sequence[Item]) -> Iterator[Item]:
    """The items of "closed on Sunday" with the days before the word, as in "Sunday closed"."""
    at, is_named = 0, False  # days were named, and nothing was said of them yet
    while at < len(items):
        item = items[at]
        behind = _closed_days(items[at + 1 :]) if item.kind == "closed" and not is_named else []
        yield from (*behind, item)
        is_named = item.kind == "days"
        at += 1 + len(behind)


def _closed_days(items: Sequence[Item]) -> list[Item]:
    """The days that stand behind "closed" and mean it; the last of them may be those of the hours that follow."""
    days = _run(items, 0, "days")
    end = next((at for at, item in enumerate(days, start=1) if item.ends), 0)
    if end:
        return days[:end]
    return days[:-1] if _kind(items, len(days)) in ("span", "closed") else days


def _run(items: Sequence[Item], start: int, kind: str) -> list[Item]:
    return list(takewhile(lambda item: item.kind == kind, items[start:]))


def _kind(items: Sequence[Item], at: int) -> str:
    return items[at].kind if at < len(items) else ""


class _Reader:
    """Takes the items from left to right: days, then what holds on them."""

    def __init__(self) -> None:
        self.found: dict[int, list[Span]] = {}
        self.days: tuple[int, ...] = ()
        self.replaced: set[int] = set()  # days whose earlier hours the rule at hand stands in place of
        self.said = True  # something holds on the days at hand: the next days begin a new rule
        self.excepted = False

    def week(self, items: Sequence[Item]) -> Week | None:
        """The week; None when days are closed that nobody names."""
        for item in items:
            if item.kind == "days":
                self._take_days(item.days)
            elif item.kind == "except":
                self.excepted, self.said = True, False
            elif item.kind == "span":
                self._add(item.span)
            elif not self._close():
                return None
        return tuple(tuple(sorted(self.found.get(day, []))) for day in range(7)) if self.found else None

    def _take_days(self, days: Iterable[int]) -> None:
        if self.excepted:
            self.days, self.excepted = tuple(day for day in self.days if day not in days), False
            return
        if self.said:
            self.days, self.replaced, self.said = (), set(), False
        self.days = (*self.days, *days)

    def _close(self) -> bool:
        self.found |= {day: [] for day in self.days}
        self.said = True
        return bool(self.days)

    def _add(self, span: Span) -> None:
        """The span on each day: beside the hours of the same rule, in place of earlier ones that it cuts across."""
        for day in self.days or range(7):
            there = self.found.get(day, [])
            fits = all(span[0] >= closes or span[1] <= opens for opens, closes in there)
            kept = there if fits or day in self.replaced else []
            self.found[day] = kept if span in kept else [*kept, span]
            self.replaced.add(day)
        self.said = True


def _days_between(first: int, last: int) -> tuple[int, ...]:
    return tuple(day % 7 for day in range(first, last + 1 if last >= first else last + 8))


def _span(start: Time, end: Time) -> Span | None:
    """Minutes from and to; "9 - 5" without halves is a working day; closing after midnight counts on."""
    opens, closes = _minutes(start), _minutes(end)
    if opens is None or closes is None or opens > _DAY:
        return None
    no_halves = not start.half and not end.half
    if no_halves and 1 <= start.hour <= 5 and start.hour < end.hour < 12 and not start.text.startswith("0"):
        opens, closes = opens + 720, closes + 720  # "1 - 5" is the afternoon
    if not start.half and end.half.startswith("p") and start.hour < 7 and opens + 720 < closes:
        opens += 720
    if closes <= opens:
        by_twelve = no_halves and 6 <= start.hour <= 12 and end.hour < 12 and not end.text.startswith("0")
        closes += 720 if by_twelve else _DAY  # "9 - 5" is the afternoon, "11:00-02:00" the night
    return opens, closes + 1 if closes % _DAY == _DAY - 1 else closes  # 23:59 is midnight


def _minutes(time: Time) -> int | None:
    hour, half = time.hour, time.half[:1]
    if hour > 48 or time.minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return hour * 60 + time.minute

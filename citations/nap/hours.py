"""Opening hours: common writings brought to one week, then compared day by day."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from citations.postal.folding import fold, plain
from citations.postal.table import rows

Span = tuple[int, int]


Week = tuple[tuple[Span, ...], ...]


_WHOLE_DAY = (0, 24 * 60)


_TOKENS = re.compile(
    r"(?P<always>24\s*(?:/\s*7|hours?(?:\s+a\s+day)?|h\b|stunden)|open\s+24|around the clock)"
    r"|(?P<time>(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::\d{2})?)?\s*(?P<half>[ap]\.?\s?m\.?\b|[ap]\b|uhr\b|h\b)?)"
    r"|(?P<closed>\b(?:closed|geschlossen|ferme|off|ruhetag)\b)"
    r"|(?P<named>\b(?:noon|midday|midnight)\b)"
    r"|(?P<daily>\b(?:daily|every\s?day|all week|7 days(?: a week)?|taglich|tous les jours)\b)"
    r"|(?P<weekdays>\bweekdays?\b)|(?P<weekend>\bweekends?\b)"
    r"|(?P<to>-|\bto\b|\bbis\b|\bthrough\b|\bthru\b|\buntil\b|\btill?\b|\ba\b)"
    r"|(?P<word>[a-z]+)",
)


_NOISE = frozenset(
    [
        "open",
        "opens",
        "opening",
        "hours",
        "hour",
        "uhr",
        "store",
        "our",
        "business",
        "and",
        "und",
        "et",
        "from",
        "von",
        "de",
        "the",
        "are",
        "we",
        "by",
        "appointment",
        "ph",
    ]
)


@cache
def _days() -> dict[str, int]:
    return {row["word"]: int(row["day"]) for row in rows(Path(__file__).parent / "tables" / "days.csv")}


@lru_cache(16384)
def read_hours(text: str) -> Week | None:
    """Opening spans in minutes for Monday to Sunday; a day that is not mentioned is closed. None when unreadable."""
    line = fold(plain(re.sub(r"[\n\r|]+", "; ", text))).replace("mo-su", "daily")
    tokens = list(_read_tokens(line))
    if any(kind == "word" for kind, _ in tokens) or not tokens:
        return None
    return _Reader(tokens).week()


def _read_tokens(line: str) -> Iterator[tuple[str, object]]:
    for found in _TOKENS.finditer(line):
        kind, text = str(found.lastgroup), found[0]
        if found["time"]:
            yield "time", (int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").strip())
        elif kind == "named":
            yield "time", (12, 0, "") if text != "midnight" else (24, 0, "")
        elif kind == "word":
            if text in _days():
                yield "day", _days()[text]
            elif text not in _NOISE:
                yield "word", text
        else:
            yield kind, text


class _Reader:
    """Reads tokens from left to right: days, then their spans, then the next days."""

    def __init__(self, tokens: list[tuple[str, object]]) -> None:
        self.tokens, self.at = tokens, 0
        self.days: list[int] = []
        self.found: dict[int, list[Span]] = {}
        self.said = True

    def week(self) -> Week | None:
        while self.at < len(self.tokens):
            if not self._step():
                return None
        return tuple(tuple(sorted(self.found.get(day, []))) for day in range(7)) if self.found else None

    def _peek(self, ahead: int = 0) -> tuple[str, object]:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ("", None)

    def _step(self) -> bool:
        kind = self._peek()[0]
        if kind in ("day", "daily", "weekdays", "weekend"):
            return self._take_days(kind)
        if kind == "closed":
            return self._take_closed()
        if kind == "always":
            self.at += 1
            return self._add(_WHOLE_DAY)
        if kind == "time" and self._peek(1)[0] == "to" and self._peek(2)[0] == "time":
            span = _span(self._peek()[1], self._peek(2)[1])  # type: ignore[arg-type]
            self.at += 3
            return span is not None and self._add(span)
        self.at += 1
        return kind == "to" and False

    def _take_days(self, kind: str) -> bool:
        if self.said:
            self.days, self.said = [], False
        first = self._peek()[1]
        self.at += 1
        if kind != "day":
            self.days += {"daily": range(7), "weekdays": range(5), "weekend": (5, 6)}[kind]
        elif self._peek()[0] == "to" and self._peek(1)[0] == "day":
            last = int(str(self._peek(1)[1]))
            self.days += _days_between(int(str(first)), last)
            self.at += 2
        else:
            self.days.append(int(str(first)))
        return True

    def _take_closed(self) -> bool:
        self.at += 1
        if not self.days and self._peek()[0] == "day":  # "closed Sunday"
            self._take_days("day")
        for day in self.days:
            self.found.setdefault(day, [])
        self.said = True
        return bool(self.days)

    def _add(self, span: Span) -> bool:
        for day in self.days or range(7):
            self.found.setdefault(day, []).append(span)
        self.said = True
        return True


def _days_between(first: int, last: int) -> list[int]:
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


def _span(start: tuple[int, int, str], end: tuple[int, int, str]) -> Span | None:
    """Minutes from and to; "9 - 5" without halves is a working day; closing after midnight counts on."""
    opens, closes = _minutes(*start), _minutes(*end)
    if opens is None or closes is None:
        return None
    if not start[2] and end[2].startswith("p") and start[0] < 12 and opens + 720 < closes and start[0] < 7:
        opens += 720
    if closes <= opens:
        closes += 720 if not start[2] and not end[2] and start[0] <= 12 and end[0] < 12 and start[0] >= 6 else 1440
    return opens, closes


def _minutes(hour: int, minute: int, half: str) -> int | None:
    if hour > 24 or minute > 59 or (half[:1] in ("a", "p") and not 1 <= hour <= 12):
        return None
    if half[:1] == "p" and hour < 12:
        hour += 12
    if half[:1] == "a" and hour == 12:
        hour = 0
    return hour * 60 + minute

"""Opening hours that a page shows: a table or list of days, and what stands at their label."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from citations.pages.hours import day_names
from citations.pages.tables import labels
from citations.pages.text import MAIN, MOST_LINES, Line

_LONGEST, _LONGEST_DAY, _LONGEST_TIMES = 120, 25, 60  # letters of a line
_TIME = re.compile(
    r"\d{1,2}([:.h]\d{2})?\s*([ap]\.?m|uhr|–|-|to|bis)|\d{1,2}[:.]\d{2}|\d{1,2}\s?[h時]|closed|geschlossen|fermé|24\s?h"
    r"|by appointment|休",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_TIMES_ONLY = re.compile(r"[\d\s:.,/&;~～〜–—―-]*\d[\d\s:.,/&;~～〜–—―-]*")
_TIME_WORD = re.compile(r"(?<![^\W\d_])(?:[ap]\.?m\.?|noon|uhr|to|bis|à|et|and|und|h|時|分)(?![^\W\d_])", re.IGNORECASE)
_BEFORE_DAY = " \t[]［］【】()（）·•:："
_SHORT = 2  # letters of a day that may be another word: "so", "me"
_CLOSED = r"(?:closed|geschlossen|fermé)\b"
_SHORT_DAY_ENDS = re.compile(
    rf"\.?\s*(?:$|[:：]\s*(?:$|\d|{_CLOSED})|[^\w\s:：]|\d|(?:bis|to|à|au|et|und|and|from|von|ab|de)\b|{_CLOSED})"
)
_JAPANESE_DAY = "(?:平日|毎日|祝日|[月火水木金土日祝](?:曜日?)?)"
_JAPANESE_DAYS = re.compile(
    rf"(?:毎週)?{_JAPANESE_DAY}+(?:(?:から|と|及び){_JAPANESE_DAY}+)*(?:は|のみ|定休日?|休み?)?"
)


def visible_hours(lines: Sequence[Line]) -> str:
    """The hours that the page shows by the day or at their label, and the days off; blank when there are none."""
    texts = [line.text for line in lines[:MOST_LINES] if line.region == MAIN]
    return "; ".join(dict.fromkeys(_rows(texts))) or _words_instead(texts)


def _words_instead(texts: Sequence[str]) -> str:
    """Words such as "by appointment" under the label of the hours; blank when there are none."""
    for label, text in pairwise(texts):
        is_labelled = label.lower().strip(" :") in labels("hours") and len(text) < 80
        if is_labelled and any(words in text.lower() for words in labels("no_fixed_hours")):
            return text
    return ""


def _rows(texts: Sequence[str]) -> Iterator[str]:
    """Every line of hours, with the times that stand below its day in lines of their own."""
    at, above = 0, ""  # the label that the lines stand under
    while at < len(texts):
        label, said = _parted(texts[at])
        row, lines = _row((label or above).lower(), said, texts[at + 1 : at + 4])
        at += 1 + lines
        if row:
            yield row
        elif label and not said:
            above = label
        else:
            above = ""


def _row(label: str, said: str, below: Sequence[str]) -> tuple[str, int]:
    """A line of hours as it counts, and how many of the lines `below` are part of it; blank for a line that is none."""
    if not said or len(said) > _LONGEST:
        return "", 0
    if label in labels("days_off"):
        return (f"{label} {said}", 0) if _names_day(said) else ("", 0)
    is_day = _begins_with_day(said)
    if _TIME.search(said):
        # at the label alone hours without a day may be those of today, but for labels that mean every day
        is_week = is_day or label in labels("hours_of_every_day") or (label in labels("hours") and _names_day(said))
        more = list(takewhile(_is_times, below)) if is_week else []
        return ", ".join((said, *more)) if is_week else "", len(more)
    if is_day and len(said) < _LONGEST_DAY and _holds_times(below):
        more = [below[0], *takewhile(_is_times, below[1:])]
        return f"{said.rstrip(':')} {', '.join(more)}", len(more)
    return "", 0


def _parted(text: str) -> tuple[str, str]:
    """The label of hours or of days off that `text` begins with, blank for none, and what follows it."""
    found = _label().match(text)
    if found is None:
        return "", text
    said = text[found.end() :].strip()
    is_apart = not said or found["end"].strip() or not found["label"].isascii() or _begins_with_day(said)
    return (found["label"], said) if is_apart else ("", text)


@cache
def _label() -> re.Pattern[str]:
    known = labels("hours") | labels("days_off") | labels("hours_of_every_day")
    one = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.compile(
        rf"[\[【（(]?(?P<label>{one})(?![a-zà-ÿ])(?:\s*[/／・]\s*(?:{one}))*(?P<end>[\]】）)]?\s*[:：]?)\s*",
        re.IGNORECASE,
    )


def _holds_times(below: Sequence[str]) -> bool:
    """True when the line below a day says its times, or that it is closed."""
    first = below[0] if below else ""
    return bool(_TIME.search(first)) and len(first) < _LONGEST_TIMES and not _begins_with_day(first)


def _is_times(text: str) -> bool:
    """True for a line of times and nothing else."""
    return len(text) < _LONGEST_TIMES and bool(_TIMES_ONLY.fullmatch(_TIME_WORD.sub(" ", text)) and _TIME.search(text))


def _begins_with_day(text: str) -> bool:
    """True when the name of a day, or a word for all days, comes first but for small words ("du lundi au vendredi")."""
    words = _WORD.finditer(text.lstrip(_BEFORE_DAY))
    word = next((found for found in words if found[0].lower() not in labels("before_days")), None)
    if word is None:
        return False
    name, rest = word[0].lower(), word.string[word.end() :]
    if name in day_names():
        return len(name) > _SHORT or bool(_SHORT_DAY_ENDS.match(rest))
    return bool(_JAPANESE_DAYS.fullmatch(name)) or bool(_every_day().match(word.string, word.start()))


@cache
def _every_day() -> re.Pattern[str]:
    """A word for all days and then times, or what leads to them: not "Daily specials"."""
    words = "|".join(map(re.escape, sorted(labels("every_day"), key=len, reverse=True)))
    return re.compile(rf"(?:{words}){_SHORT_DAY_ENDS.pattern}", re.IGNORECASE)


def _names_day(text: str) -> bool:
    """True when a day is named anywhere."""
    lower = text.lower()
    if any(daily in lower for daily in labels("every_day")):
        return True
    return any(word in day_names() or _JAPANESE_DAYS.fullmatch(word) for word in _WORD.findall(lower))

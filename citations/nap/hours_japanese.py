"""Japanese opening hours put into OpenStreetMap's notation, so that one reader reads both.

The days off stand beside the hours there, and often before them ("定休日：水曜日 営業時間：9:00～18:00"); as rules of
their own they go last, for a later rule stands in place of an earlier one.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from citations.postal.table import rows

_TABLE = Path(__file__).parent / "tables" / "hours_japanese.csv"
_JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_CLOCK = r"(?P<hour>\d{1,2})(?::(?P<colon>\d{2})|時(?!間)(?:(?P<minute>\d{1,2})分|(?P<half>半))?)"
_TIME = re.compile(rf"(?P<noon>午前|午後)?\s*{_CLOCK}")
_NOT_WEEKLY = re.compile(  # "the second and fourth Tuesday", dates, last orders
    r"第\s?\d(?:[\s・、,第]{0,3}\d)*\s?[月火水木金土日](?:曜日?)?"
    r"|\d{1,2}月(?:\d{1,2}日)?(?:\s?~\s?(?:\d{1,2}月)?\d{1,2}日)?"
    r"|\(?(?:L\.?O\.?|ラストオーダー|オーダーストップ|最終(?:入店|受付|入館))[\s:は]*(?:午前|午後)?\d{1,2}[:時](?:\d{2}分?|半)?(?:まで)?\)?",
    re.IGNORECASE,
)
_DAY = r"(?:mo|tu|we|th|fr|sa|su|ph|weekdays|weekend)"
_DAYS = rf"(?P<days>(?>{_DAY}(?:[ ,/&-]*{_DAY})*))"
_OFF = (  # the days off: behind the word, before it, behind it where hours follow too
    re.compile(rf"\boff[ :/|]*{_DAYS}(?![ :]*\d)"),
    re.compile(rf"{_DAYS}[ :|]*off\b"),
    re.compile(rf"\boff[ :/|]*{_DAYS}"),
)
_EVERY_DAY = "always open"
_BRACKETS = str.maketrans("()[]【】", "||||||")


def in_common_notation(text: str) -> str:
    """Japanese hours in OpenStreetMap's notation, words that nobody knows left in them; any other text as it is.

    >>> in_common_notation("定休日：水曜日 営業時間：9:00～18:00")
    '9:00-18:00; we off'
    """
    if not _JAPANESE.search(text):
        return text
    line = _in_latin_letters(text)
    closed = []
    for pattern in _OFF:
        closed += [f"{found['days']} off" for found in pattern.finditer(line)]
        line = pattern.sub(";", line)
    every_day = "daily" if not re.search(_DAY, line) else ";"
    line = re.sub(r"\boff\b", ";", line.replace(_EVERY_DAY, every_day))
    parts = (part.strip(" ,:/|") for part in (*line.split(";"), *closed))
    return "; ".join(part for part in parts if part)


def _in_latin_letters(text: str) -> str:
    """`text` with each known word in its place, and times as numbers with am or pm."""
    line = unicodedata.normalize("NFKC", text).replace("〜", "~")
    line = _TIME.sub(_time, _NOT_WEEKLY.sub(" ", line))
    line = _word().sub(lambda found: f" {_meanings()[found[0]]} ", line)
    return re.sub(r"\s*[-~–]\s*", "-", " ".join(line.translate(_BRACKETS).split()))


def _time(found: re.Match[str]) -> str:
    minute = "30" if found["half"] else found["colon"] or found["minute"] or "00"
    hour, noon = int(found["hour"]), found["noon"]
    if noon == "午後" and hour < 12:
        hour += 12
    return f" {hour}:{minute:0>2} "


@cache
def _meanings() -> dict[str, str]:
    return {row["writing"]: row["means"] for row in rows(_TABLE)}


@cache
def _word() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_meanings(), key=len, reverse=True))))

"""Opening hours as words: what stands in a text, in order, whatever language or notation it is in."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from citations.nap.hours_japanese import in_common_notation
from citations.postal.folding import fold, plain
from citations.postal.table import rows

_TABLES = Path(__file__).parent / "tables"
_TIME = re.compile(
    r"(?<!\d)(?P<four>(?:[01]\d|2[0-4])[0-5]\d)(?!\d)"
    r"|(?P<hour>\d{1,2})(?:(?:[:.]|\s?h\s?)(?P<minute>\d{2})(?!\d)(?::\d{2}(?!\d))?)?"
    r"(?P<half>\s*[ap]\.?\s?m\b\.?|\s?[ap]\b(?!\s*\d)|\s*h\b)?"
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{5})\.(?=\s)|(?<=\d)\.(?=\s[^\W\d_])")
_QUOTED = re.compile(r"\"[^\"]*\"|\([^()\d]*\)|https?://schema\.org/")
_DATES = re.compile(  # "Dec 24-26 off": single days of a year are no part of a week
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+\d{1,2}(?:\s*-\s*(?:[a-z]{3}\s+)?\d{1,2})?\s*:?\s*(?:off|closed)\b"
)


class Time(NamedTuple):
    """A time as it was written: `half` is am, pm or blank, `text` tells 1 from 01."""

    hour: int = 0
    minute: int = 0
    half: str = ""
    text: str = ""


class Token(NamedTuple):
    """One word of opening hours: its kind, with the day (0 = Monday) or the time that it names."""

    kind: str
    day: int = 0
    time: Time = Time()


@cache
def _days() -> dict[str, int]:
    return {row["word"]: int(row["day"]) for row in rows(_TABLES / "days.csv")}


@cache
def _kinds() -> dict[str, str]:
    return {row["words"]: row["kind"] for row in rows(_TABLES / "hours_words.csv")}


@cache
def _phrase() -> re.Pattern[str]:
    """Each phrase of `hours_words.csv` as words of their own, the longest first."""
    phrases = sorted(_kinds(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text`: day, time, to, ; and the kinds of `hours_words.csv`; `word` is unknown to us."""
    line = fold(plain(in_common_notation(re.sub(r"[\n\r|]+", "; ", text))))
    line = _DATES.sub(" ", _QUOTED.sub(" ", _SENTENCE_END.sub(";", line)))
    at = 0
    while at < len(line):
        found = _day(line, at) or _phrase().match(line, at) or _TIME.match(line, at) or _WORD.match(line, at)
        if found:
            yield _token(found)
        elif line[at] in "-;+,&":
            yield Token("to" if line[at] == "-" else line[at])
        at = found.end() if found else at + 1


def _day(line: str, at: int) -> re.Match[str] | None:
    """The word at this place when it is a day and not rather a phrase ("mo-su", "we are")."""
    word = _WORD.match(line, at)
    if not word or word[0] not in _days() or (at and line[at - 1].isalnum()):
        return None
    phrase = _phrase().match(line, at)
    return word if phrase is None or phrase.end() <= word.end() else None


def _token(found: re.Match[str]) -> Token:
    text = found[0]
    if found.re is _TIME:
        return Token("time", time=_time(found))
    if text in _days() and found.re is _WORD:
        return Token("day", _days()[text])
    kind = _kinds().get(text, "word")
    if kind in ("noon", "midnight"):
        return Token("time", time=Time(12 if kind == "noon" else 24))
    return Token(kind)


def _time(found: re.Match[str]) -> Time:
    if four := found["four"]:
        return Time(int(four[:2]), int(four[2:]), "", four)
    return Time(int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").strip(" h"), found[0])

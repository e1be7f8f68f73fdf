"""What pages write around an address: labels, telephone numbers, distances, links to maps."""

import re
from collections.abc import Iterator
from functools import cache

from citations.postal.table import rows
from citations.postal.vocabulary import TABLES, country

_CONTACT = re.compile(
    r"[\s,(\[]*(?:"
    r"(?<!\d)(?:\+?1[-. ])?\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4}(?![-\d])(?:\s*(?:x|ext\.?)\s*\d+)?"
    r"|\+\d[\d ()./-]{7,}\d|[\w.+-]+@[\w-]+\.[\w.-]+|(?:https?://|www\.)\S+"
    r")[)\]]?",
    re.IGNORECASE,
)
_DISTANCE = re.compile(
    r"(?:^|[\s,(~-]+)(?:\d{1,3}[.,]\d{1,2}\s?(?:mi|km)|(?<=,\s)\d{1,3}\s?(?:mi|km)"
    r"|\d{1,3}(?:[.,]\d{1,2})?\s?(?:miles?|m|km)\s(?:away|from you))\b"
    r"\.?(?:\s(?:away|from you))?\)?(?=\s*(?:[,-]|$))[\s,-]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[^\d:,]{0,40}:\s*")


def without_surroundings(line: str, code: str) -> str:
    """`line` without what is no part of an address; as it is when nothing would stay."""
    bare = _DISTANCE.sub(", ", _CONTACT.sub(", ", line))
    bare = ", ".join(_address_lines(bare)).strip(" ,")
    bare = _front().sub("", _LABEL.sub("", bare) if ":" in bare else bare)
    postcodes = list(re.finditer(country(code).postcode, bare, re.IGNORECASE))
    if postcodes and (behind := _behind().search(bare, postcodes[-1].end())):
        bare = bare[: behind.start()]
    return bare.rstrip(" ([-").strip(" ,") or line


def _address_lines(text: str) -> Iterator[str]:
    """The parts of `text` between commas but for those that are a label, alone or with what it tells."""
    return (part for part in re.split(r"\s*,\s*", text) if not _label_alone().fullmatch(part))


def _phrases(place: str) -> list[str]:
    found = {row["phrase"] for row in rows(TABLES / "around_addresses.csv") if row["place"] == place}
    return sorted(found, key=len, reverse=True)


@cache
def _front() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any(_phrases('front'))})\s*[:-]?\s+(?=\W*\d)", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """A phrase behind the postcode; a word alone may be part of a town (Tel Aviv), so only marks and numbers follow."""
    found = _phrases("behind")
    several, alone = ([phrase for phrase in found if (" " in phrase) is several] for several in (True, False))
    word = rf"(?:{_any(several)})(?!\w)|(?:{_any(alone)})(?=\s*(?:[^\w\s]|\d|$))"
    return re.compile(rf"(?:(?<=[\s,(\[])|^)(?:{word})", re.IGNORECASE)


@cache
def _label_alone() -> re.Pattern[str]:
    behind, front = _any(_phrases("behind")), _any(_phrases("front"))
    return re.compile(rf"\W*(?:(?:{behind})\s*(?:[:.].*)?|(?:{front})\s*:?)\W*", re.IGNORECASE)


def _any(phrases: list[str]) -> str:
    return "|".join(map(re.escape, phrases))

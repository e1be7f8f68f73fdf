"""Units: the designator's spelling does not matter, its number does, and so does the part of the building."""

import re
from functools import lru_cache

from citations.models import FieldResult
from citations.nap.part import part
from citations.postal.folding import fold
from citations.postal.numbers import spelled_number
from citations.postal.vocabulary import units
from citations.words import Verdict

Designated = tuple[str, str]
_SAME_UNIT_KIND = frozenset(
    {"SUITE", "UNIT", "#", "APT", "NO", "OFFICE", "ROOM", "SPACE", "SHOP", "FLAT", "LOCAL", "PMB", ""}
)
_FLOOR_LAST = re.compile(
    r"\b(?P<number>\d+(?:st|nd|rd|th|e|er|re|ere|eme|ieme)?|(?:[a-z]+ty[\s-])?(?:[a-z]+th|first|second|third))\.?"
    r"\s+(?:floor|flr?|og|obergeschoss|stock|etage)\b(?!\s*\d)|\b(?P<short>\d{1,2})/f\b"
)
# Kinds that say which part of a building: those are no other writing of a suite. All others are told apart by number.
_WHEREABOUTS = {
    "FLOOR": "floor",
    "LEVEL": "floor",
    "ETAGE": "floor",
    "STAIR": "stair",
    "GROUND FLOOR": "floor",
    "BUILDING": "building",
    "BASEMENT": "below",
    "LOWER LEVEL": "below",
    "DOWNSTAIRS": "below",
    "UPPER LEVEL": "above",
    "UPSTAIRS": "above",
}


UnitKey = tuple[tuple[str, str], ...]
_PLAIN_UNIT = re.compile(r"(?:(?:Suite|Ste\.?|Unit|Apt\.?) |#)(\d+)", re.ASCII | re.IGNORECASE)


@lru_cache(16384)
def unit_key(unit: str) -> UnitKey:
    """(kind, number) of each unit in the text, sorted; interchangeable designators share the kind SUITE."""
    plain = _PLAIN_UNIT.fullmatch(unit)
    return (("SUITE", plain[1].lstrip("0")),) if plain else key_of_any(unit)


def key_of_any(unit: str) -> UnitKey:
    """The same, read word by word."""
    known, found, kind = units(), [], ""
    text = re.sub(r"\b(?:ground floor|lower level|upper level)\b", lambda m: m[0].replace(" ", "_"), fold(unit))
    text = re.sub(r"(\d)\s([a-z])$", r"\1\2", _FLOOR_LAST.sub(_floor_first, text))
    text = re.sub(r"(?<=[a-z])(?=\d)(?<!\d[a-z])", " ", text) if re.match(r"[a-z]{2,}\d", text) else text
    for token in re.findall(r"#|[a-z_]+(?![\w-])|[\w-]+(?:/\w+)?", text.replace("&", " ")):
        word = token.replace("_", " ")
        if word == "and" or (word == "#" and kind):  # Building # 3
            continue
        if word in known:
            kind = known[word].standard
            if not known[word].needs_number:
                found.append((kind, ""))
                kind = ""
        else:
            found.append(("SUITE" if kind in _SAME_UNIT_KIND else kind, _identifier(word)))
    return tuple(sorted(set(found)))


def _floor_first(found: re.Match[str]) -> str:
    """`2nd Floor`, `Twenty-Second Floor` and `2/F` as `floor 2`."""
    number = found["number"] or found["short"]
    return f"floor {number.replace(' ', '-')}"


def _identifier(word: str) -> str:
    value, _, count = spelled_number(word.split("-"))
    if count:
        return str(value)
    word = re.sub(r"(?<=\d)(?:st|nd|rd|th|e|er|re|ere|eme|ieme)$", "", word)
    return re.sub(r"[-/ ]", "", word).lstrip("0") if not re.fullmatch(r"\d+[-/]\d+", word) else word.replace("/", "-")


@lru_cache(16384)
def compare_unit(listed: str, canonical: str) -> FieldResult:
    """Units: the designator's spelling does not matter, its number does."""
    a, b = unit_key(listed), unit_key(canonical)
    if not listed and not canonical:
        return part(Verdict.NOT_COMPARED, listed, canonical, "unit_no_record")
    if listed == canonical:
        return part(Verdict.SAME, listed, canonical, "unit_identical")
    theirs, ours = _designated(a), _designated(b)
    if a == b or _in_one(theirs) == _in_one(ours) or _same_span(a, b):
        return part(Verdict.FORMATTING, listed, canonical, "unit_writing", "The same unit, written in another way.")
    return _one_sided_unit(listed, canonical, theirs, ours) or _other_unit(listed, canonical)


def _one_sided_unit(listed: str, canonical: str, theirs: set[Designated], ours: set[Designated]) -> FieldResult | None:
    if not theirs:
        reason = f"The listing shows the building but not {canonical}. Visitors may not find the door."
        return part(Verdict.INCOMPLETE, listed, canonical, "unit_missing", reason)
    if not ours:
        reason = f"The listing adds {listed}, which your record does not have."
        return part(Verdict.INCOMPLETE, listed, canonical, "unit_extra", reason)
    if theirs < ours or ours < theirs:
        reason = f"The listing says {listed} where your record says {canonical}."
        return part(Verdict.INCOMPLETE, listed, canonical, "unit_partial", reason)
    return None


def _other_unit(listed: str, canonical: str) -> FieldResult:
    reason = f"The listing sends visitors to {listed}; you are in {canonical}."
    return part(Verdict.DIFFERENT, listed, canonical, "unit_different", reason)


def _designated(key: tuple[tuple[str, str], ...]) -> set[Designated]:
    """What must agree: (part of the building or blank, identifier); a lobby counts for nothing."""
    return {
        (_WHEREABOUTS.get(kind, "" if number else kind), number or ("ground" if kind == "GROUND FLOOR" else ""))
        for kind, number in key
        if kind != "LOBBY"
    }


def _in_one(units: set[Designated]) -> set[Designated]:
    """Building C and Suite 210 as the one unit C210, in which many write them; Building 2, Suite 210 as 2-210."""
    by_part = {part: number for part, number in units if number}
    building, suite = by_part.get("building", ""), by_part.get("", "")
    if len(units) != 2 or not (building and suite):
        return units
    return {("", f"{building}-{suite}" if (building + suite).isdigit() else building + suite)}


def _same_span(a: tuple[tuple[str, str], ...], b: tuple[tuple[str, str], ...]) -> bool:
    """`# 100 & 110` is `Suites 100-110`."""
    ends_a, ends_b = (
        {(part, end) for part, number in _designated(key) for end in number.split("-") if end} for key in (a, b)
    )
    return bool(ends_a) and ends_a == ends_b

"""The unit within a street line: `Ste 200`, `2nd Floor`, `#4`, with or without a word for it."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from citations.postal.vocabulary import AMERICAN, directions, phrases, spelled_numbers, street_types, units

_UNIT_SLASH = re.compile(
    r"(?:(?P<level>level|lvl)\.?\s+|(?:unit|flat|apt|shop|suite)\.?\s+)?(?P<unit>[A-Z]?\d+[A-Z]?)\s?/\s?(?=\d+[A-Z]?(?:-\d+)?\s+\S)",
    re.IGNORECASE,
)
_SCOTTISH_FLAT = re.compile(r"(?P<unit>\d{1,2}/\d{1,2}),?\s+(?=\d+[A-Z]?\s+\D)", re.IGNORECASE)  # 2/1 12 Oak Street
_IDENTIFIER = (
    r"(?:#|no\b\.?|number\b)?\s*(?:(?:[A-Z]-?)?\d[\w/-]*(?:\s(?:[A-Z](?!\.)|north|south|east|west)\b)?|[A-Z](?:-?\d+|-[A-Z])?(?![\w])|SPELLED)"
    r"(?:\s*(?:&|and|,|-|\+)\s*#?\d+\w?(?!\w)|\s?(?:&|and\b)\s?[A-Z]\b)*"
)
BARE = re.compile(r"[A-Z]{0,2}-?\d{1,4}[A-Z]?(?:-\d{1,4}[A-Z]?)?", re.IGNORECASE)
_BARE_AT_END = re.compile(rf"(?P<street>.+?)\s+(?P<unit>{BARE.pattern}|\d{{1,3}}\s?(?:[NSEW]|[NS][EW]))", re.IGNORECASE)
# Roads of these types have names, so a number behind them is a unit; behind Road, Highway or Loop it may be the road's.
_NAMED_TYPES = frozenset({"ST", "AVE", "BLVD", "DR", "LN", "PL", "CT", "CIR", "PKWY", "TER", "PLZ"})
# Roads and rural routes that go by a number: State Highway # 50, R.R. # 2. West Oak Highway # 5 has a name.
_ROAD_WORDS = re.compile(
    r"(?:^|\d\s|\b(?:state|us|u\.s\.|county|and|junction)\s+)(?:highway|hwy|hghwy|route|rte|rt)\.?$"
    r"|\b(?:box|rr|r\.\s?r|rural route|hcr?|psc|cmr|(?:county|state|co)\.? (?:road|rd|highway|hwy)|trunk)\.?$",
    re.IGNORECASE,
)


# A word for a unit that lost its number: 13710 SW 8th Street STE.
_DANGLING = re.compile(r"[\s,]+(?:ste|suite|unit|apt|bldg|building|rm|room|#)\.?$", re.IGNORECASE)


_WORDS_WITH_MORE = 5  # blanks in 12 Oak Road Suite 4 Office


class _Patterns(NamedTuple):
    trailing: re.Pattern[str]
    leading: re.Pattern[str]
    whole: re.Pattern[str]
    before_words: re.Pattern[str]
    behind_comma: re.Pattern[str]


@cache
def _unit_patterns() -> _Patterns:
    one, weak = _one_unit(behind_type=False), _one_unit(behind_type=True)
    one = f"(?:{one}|{_floors()})"
    return _Patterns(
        re.compile(rf"(?:^|[\s,]+)\(?(?P<unit>{one}|(?P<weak>{weak}))\.?\)?$", re.IGNORECASE),
        re.compile(rf"(?P<unit>{one}(?:[\s,]+{one})*)[\s,]+(?=\d)", re.IGNORECASE),
        re.compile(rf"{one}(?:[\s,]+{one})*$", re.IGNORECASE),
        re.compile(rf"(?P<unit>{one}(?:[\s,]+{one})*)\s+(?=[A-Z]{{3,}})", re.IGNORECASE),
        re.compile(rf"(?:{one}|{weak})$", re.IGNORECASE),
    )


def _one_unit(*, behind_type: bool) -> str:
    """The pattern of a unit with its word; of words that are names of streets too when `behind_type`."""
    chosen = {word: unit for word, unit in units().items() if unit.behind_type == behind_type and word != "#"}
    numbered = _alternatives(word for word, unit in chosen.items() if unit.needs_number)
    alone = _alternatives(word for word, unit in chosen.items() if not unit.needs_number)
    spelled = spelled_numbers().items()
    cardinals = "|".join(rf"{word}\b" for word, (value, is_ordinal) in spelled if value < 11 and not is_ordinal)
    identifier = _IDENTIFIER.replace("SPELLED", cardinals)
    pattern = rf"(?:{numbered})\b\.?[\s-]*{identifier}|(?:{alone})\b\.?(?:\s*\d\w*|\s+(?:links|rechts|mitte)\b)?"
    sign = r"#\s*[\w-]+(?:\s*(?:&|-)\s*\w+)*(?:\s(?:[NSEW]{1,2}|north|south|east|west)\b)?"
    return pattern if behind_type else f"{pattern}|{sign}"


def _floors() -> str:
    """The pattern of floors with their number in front: 2nd Floor, Twenty-Second Floor, 2. OG, 2e étage, 2/F."""
    spelled = spelled_numbers().items()
    ordinals = "|".join(word for word, (_, is_ordinal) in spelled if is_ordinal)
    tens = "|".join(word for word, (value, is_ordinal) in spelled if 20 <= value < 100 and not is_ordinal)
    return (
        rf"(?:\d+(?:st|nd|rd|th)?\.?|(?:(?:{tens})[\s-])?(?:{ordinals}))\s+(?:floor|fl|flr)\b\.?"
        r"|\d+\.\s?(?:og|obergescho(?:ss|ß)|stock|etage)\b\.?(?:\s+(?:links|rechts|mitte)\b)?"
        r"|\d{1,2}o(?:\s[A-Z])?\b|\d+(?:e|er|re|ère|eme|ème|ième)\s(?:étage|etage)\b|\d{1,2}/F\b"
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def is_unit(text: str) -> bool:
    """True when `text` is a unit and nothing else: "Suite 200", "2nd Floor"."""
    return bool(_unit_patterns().whole.match(text.strip()))


def is_unit_behind_comma(text: str) -> bool:
    """Like `is_unit`, for words that are names of streets too: "Pier 4", "Rear" and "Front" behind a street."""
    return bool(_unit_patterns().behind_comma.match(text.strip())) or is_unit(text)


def take_units(line: str, code: str = "US") -> tuple[str, str]:
    """(`line` without its units, the units with commas between them)."""
    line, found = _unit_at_the_front(line)
    while unit := _last_unit(line, code):
        found.insert(0, unit["unit"].strip(" ,()"))
        line = line[: unit.start()].strip(" ,(")
    if not found and line.count(" ") >= _WORDS_WITH_MORE and (within := _unit_before_words(line)):
        line, found = line[: within.start()].strip(" ,("), [within["unit"]]
    if (dangling := _DANGLING.search(line)) and (found or _is_behind_type(line[: dangling.start()])):
        line = line[: dangling.start()]
    if not found and (bare := _bare_unit(line)):
        line, found = line[: -len(bare)].strip(" ,"), [f"# {bare}"]
    return line, ", ".join(found)


def _unit_at_the_front(line: str) -> tuple[str, list[str]]:
    if flat := _SCOTTISH_FLAT.match(line):
        return line[flat.end() :], [f"Flat {flat['unit']}"]
    if slash := _UNIT_SLASH.match(line):
        return line[slash.end() :], [f"{'Level' if slash['level'] else 'Unit'} {slash['unit']}"]
    front = _unit_patterns().leading.match(line)
    return (line[front.end() :], [front["unit"]]) if front else (line, [])


def _last_unit(line: str, code: str) -> re.Match[str] | None:
    """The unit at the end of `line`; behind a road's own number ("Highway No 33, #7") only what follows the comma."""
    found = _unit_patterns().trailing.search(line)
    if not found or not found.start():
        return None
    if found["weak"] and (code not in AMERICAN or not _is_behind_type(line[: found.start("weak")])):
        return None  # O'Connell Street Upper is a street
    if _is_road_number(found["unit"], line[: found.start()]):
        return re.compile(r",\s*(?P<unit>#\s*\w+)$").search(line, found.start() + 1)
    return found


def _unit_before_words(line: str) -> re.Match[str] | None:
    """`suite 28` of "3590 State Road 7 suite 28 reference division": a department stands behind the door."""
    for unit in _unit_patterns().before_words.finditer(line):
        before, behind = line[: unit.start()].rstrip(" ("), line[unit.end() :].lower().rstrip(")").split()
        is_street = before[:1].isdigit() and (_is_behind_type(before) or before[-1:].isdigit())
        if not is_street or _is_road_number(unit["unit"], before) or behind[-1] in street_types(("en",)):
            continue
        if all(map(str.isalpha, behind)):
            return unit
    return None


def _is_behind_type(before: str) -> bool:
    """True behind a comma, a street type or a compass word: what follows is no part of the street's name."""
    words = before.lower().split()
    if len(words) < 2:
        return False
    word = words[-1].strip(".,")
    return words[-1].endswith(",") or word in street_types(("en",)) or word in directions(("en",))


def _is_road_number(unit: str, before: str) -> bool:
    """True when the unit is the road's own: "12 Level Rd" keeps its street, "12 State Highway No 33" its number."""
    if re.fullmatch(r"\W*(?:\d+\w?|[NSEW])?\W*", before, re.IGNORECASE):
        return True
    return bool(_ROAD_WORDS.search(before.strip(" ,")) and re.match(r"#|no\b|[a-z]{1,2}$", unit, re.IGNORECASE))


def _bare_unit(line: str) -> str:
    """The number behind a named street: `12 Oak Ave. 600` has the unit 600; blank when there is none."""
    found = _BARE_AT_END.fullmatch(line.replace(",", " "))
    street = found["street"].split() if found else []
    if not found or len(street) < 3 or not street[0][:1].isdigit():
        return ""
    last, words = found["unit"], [word.strip(".").lower() for word in street]
    kind = street_types(("en",)).get(words[-1], "")
    named = any(word.isalpha() and len(word) > 2 for word in street[1:-1]) or len(street) > 3
    if kind in _NAMED_TYPES and named:
        return last
    if _is_named_with_compass(words[1:]):
        return last
    with_letter = re.fullmatch(r"\d+[A-Z]", last, re.IGNORECASE)
    return last if with_letter and not kind and street[-1].isalpha() and words[-1] not in _roads() else ""


def _is_named_with_compass(words: list[str]) -> bool:
    """True for `W Jackson`, `West Oak Hill` and `Oak Drive W`: a name and its compass word, and no road by number."""
    types, compass = street_types(("en",)), directions(("en",))
    behind = list(takewhile(lambda word: word in compass, reversed(words)))
    if behind and len(words) > len(behind) + 1 and types.get(words[-len(behind) - 1]) in _NAMED_TYPES:
        return True
    name = words[1:]
    is_name = bool(name) and len(name) < 3 and all(word.isalpha() and len(word) > 3 for word in name)
    return words[0] in compass and is_name and not set(name) & (_roads() | types.keys() | compass.keys())


@cache
def _roads() -> frozenset[str]:
    """Words whose number is the road's own: County Road 12A."""
    return frozenset(words[-1] for words, _ in phrases("highways.csv"))


def unit_in_front(text: str) -> str:
    """The unit that `text` begins with when words follow: `Ste B` of "Ste B Springfield"; blank without."""
    found = _unit_patterns().before_words.match(text)
    return found["unit"] if found else ""

"""A street line taken apart: house number, street, unit. `123B Main St Ste 200` is three things."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from citations.postal.building import second_door, without_building
from citations.postal.folding import words
from citations.postal.highway import numbered_road
from citations.postal.numbers import spelled_number
from citations.postal.unit import is_unit, take_units
from citations.postal.vocabulary import AMERICAN, country, directions, phrases, spelled_numbers, street_types


class StreetLine(NamedTuple):
    """The parts of one street line, as written."""

    number: str = ""
    street: str = ""
    unit: str = ""


BOX = re.compile(
    r"\b(?:\Abox(?=\s*#?\s*\d)|p\.?\s*o\.?\s*box|post\s*office\s*box|pobox|p\.?o\.?b\.?(?=\s*\d)|postfach|g\.?p\.?o\.?\s*box"
    r"|case postale|lock\s?box(?=\s*(?:no\.?|\#)?\s*\d)|lbx|lb(?=\s*\#)|b\.?p\.?(?=\s*\d)|c\.?p\.?(?=\s*\d))"
    r"\s*(?:no\.?\s*(?=\d)|#)?\s*([\w-]+)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"""(?:(?:no|nr|nº|n°|\#)\.?\s*(?=\d))?
    (?P<number>
        [NSEW]\s?\d+[\s-]?[NSEW]\s?\d+              # Wisconsin: N95 W18855
      | G-?\d{4}                                  # Genesee County, Michigan: G-4481
      | [NSEW]\d{2,}                               # Wisconsin: N2400
      | \d{1,2}[NSEW]\d{2,}                        # Illinois: 28W041
      | \d+-\d+-\d+(?:-\d+)?                      # Japan: block, house and part
      | \d+(?:\s?-\s?\d+)?[A-Z]?(?:-[A-Z])?         # 12, 12-14, 79-15, 123B
        (?:\s[A-DF-MO-RT](?=\s+(?:[NSEW]\.?|so\.?|north|south|east|west)\s+\w))?   # 612 A South Lake
        (?:\s[A-D](?=\s+(?:rue|(?:av|avenue|bd|boulevard|place|chemin|all[eé]e|impasse|cours)\s+(?:de|du|des|d))\b))?
        (?:[\s-]\d/\d)?                              # 3813 1/2
        (?:\s?(?:bis|ter|quater)\b)?                 # France
    )(?=[\s,]+\S|$)[\s,]*(?P<street>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST = re.compile(
    r"(?P<street>.*?[^\W\d].*?)[\s,]+(?P<number>\d+\s?[a-z]?(?:\s?[-/+]\s?\d*\s?[a-z]?)*)$|(?P<glued>.*?(?:str\.|straße|strasse))(?P<digits>\d+\s?[a-z]?)$",
    re.IGNORECASE,
)
_CALLE = re.compile(
    r"(?P<street>(?:calle|ave?\.?|avenida|avda|paseo)\s+(?:\S+\s+)*?[^\d\W][^\d\s]*),?\s+(?P<number>\d+[a-z]?)",
    re.IGNORECASE,
)
_AMERICAN_LAST = re.compile(
    r"(?P<street>\D+ (?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane)\.?) (?P<number>\d{1,5})", re.IGNORECASE
)
_RANGE = re.compile(r"(?<![^\s,])(\d+)(\s?/\s?|\s?&\s?|\s(?:and|to|et|à)\s)(\d+)(?=\s+\D)", re.IGNORECASE)
_TWO_NUMBERS = re.compile(
    r"(\d{2,5})(\s)(\d{2,5})(?=\s+(?:[NSEW]\.?\s+\w|(?P<next>(?!mile)[a-z]{3,})\s))", re.IGNORECASE
)


@lru_cache(16384)
def split_street_line(line: str, code: str = "US") -> StreetLine:
    """The number, street and unit of `line` as written; a PO box stays whole in the street."""
    line = line.strip(" ,")
    if is_unit(line):
        return StreetLine("", "", line)
    if box := BOX.search(line):
        door = _door_beside(line, box, code)
        if not door:
            return StreetLine("", f"PO Box {box[1]}", _unit_beside_box(line, box))
        line = door
    line = _with_ranges(line, code)
    line, unit = take_units(line, code)
    number, street = (_number_last if _comes_last(code, line) else _number_first)(line)
    if number and code == "CA":
        number, unit = _canadian_unit(number, unit)
    if number and code in AMERICAN:
        number, street = second_door(street) or (number, without_building(street))
    return StreetLine(number, street, unit)


def _door_beside(line: str, box: re.Match[str], code: str) -> str:
    """What stands before or behind a box when it has a house number: visitors go there; blank without."""
    for rest in (line[: box.start()].strip(" ,-("), line[box.end() :].strip(" ,-)")):
        if rest and not is_unit(rest) and split_street_line(rest, code).number:
            return rest
    return ""


def _with_ranges(line: str, code: str) -> str:
    """`12/14`, `12 & 14` and `12 to 14` in front of a street are 12-14; so is `358 370 E 71st` in America."""
    two = _TWO_NUMBERS.match(line) if code in AMERICAN else None
    if two and not ends_street(two["next"] or "", code):  # 1234 50 Street
        line = _with_hyphen(two) + line[two.end() :]
    slashed = not country(code).has("unit_slash")
    return _RANGE.sub(lambda found: _with_hyphen(found) if slashed or "/" not in found[2] else found[0], line)


def _with_hyphen(found: re.Match[str]) -> str:
    """`12/14` on one side of a street is 12-14; `3/12` is flat 3 at number 12."""
    first, last = int(found[1]), int(found[3])
    widest = 10 if first < 100 else 100
    is_range = 0 < last - first <= widest and (last - first) % 2 == 0
    return f"{first}-{last}" if is_range else found[0]


def _unit_beside_box(line: str, box: re.Match[str]) -> str:
    return next(
        (rest for rest in (line[box.end() :].strip(" ,"), line[: box.start()].strip(" ,")) if is_unit(rest)), ""
    )


def _comes_last(code: str, line: str) -> bool:
    rule = country(code).number_first
    if rule is None:
        return not line[:1].isdigit()
    return not rule


def _number_last(line: str) -> tuple[str, str]:
    if found := _LAST.fullmatch(line):
        return (found["number"] or found["digits"]).strip(), (found["street"] or found["glued"]).strip(" ,")
    return _number_first(line)  # as French speakers of Switzerland write


def _number_first(line: str) -> tuple[str, str]:
    found = _FIRST.match(line) or _after_a_building_name(line)
    if found is None and (calle := _CALLE.fullmatch(line)):
        return calle["number"], calle["street"]
    if found is None and (last := _AMERICAN_LAST.fullmatch(line)) and _is_named(last["street"]):
        return last["number"], last["street"]
    if found is None:
        return _spelled_number(line)
    number, street = found["number"].strip(), found["street"].strip()
    grid = re.fullmatch(r"(\d+)([NSEW])", number, re.IGNORECASE)
    if grid and (street[:1].isdigit() or numbered_road(list(words(street)))):  # Utah: 48S 400E; 11798W US 2
        return grid[1], f"{grid[2]} {street}"
    if fraction := re.match(r"(\d/\d)\s+", street):
        return f"{number} {fraction[1]}", street[fraction.end() :]
    return (number, street) if street else ("", line)


def _is_named(street: str) -> bool:
    """True for a street with a name and a type; the number behind State Road or Avenue is the road's own."""
    tokens = list(words(street))
    return len(tokens) > 1 and not numbered_road([*tokens, "1"]) and not numbered_road([*tokens[-2:], "1"])


def _after_a_building_name(line: str) -> re.Match[str] | None:
    """The match at a number further on, when a street with a known type follows it."""
    for start in re.finditer(r"(?<=[A-Za-z.,)])\s+(?=\d+(?:-\d+)?[A-Z]?\s+\w)", line):
        found = _FIRST.match(line, start.end())
        tail = [word.strip(".,").lower() for word in found["street"].split()] if found else []
        before = line[: start.start()].rsplit(maxsplit=1)[-1].strip(".,").lower()
        if before not in _never_before_a_number() and _reads_like_street(tail):
            return found
    return None


def _reads_like_street(tail: list[str]) -> bool:
    types, compass = street_types(("en",)), directions(("en",))
    return any(word in types for word in tail[1:]) or (len(tail) > 1 and tail[0] in compass and tail[1].isalpha())


@cache
def _never_before_a_number() -> frozenset[str]:
    """Words whose number is the road's own: Highway 12, Avenue 26."""
    numbered = {"AVE", "ST", "RD", "LOOP", "DR", "LN", "CALLE", "HWY", "SPUR"}
    roads = {word for word, kind in street_types(("en",)).items() if kind in numbered}
    return frozenset({*roads, *(words[-1] for words, _ in phrases("highways.csv"))})


def _spelled_number(line: str) -> tuple[str, str]:
    """`One Market Plaza` and `Two Hundred Main St`; Third Street and Seven Mile Road have their number as a name."""
    value, is_ordinal, count = spelled_number([word.lower() for word in re.split(r"[\s-]+", line)[:6]])
    spelled = re.match(rf"(?:[A-Za-z]+[\s-]+){{{count}}}", line) if count else None
    if not spelled or is_ordinal:
        return "", line
    rest = line[spelled.end() :]
    first, *more = rest.lower().split() or [""]
    types = street_types(("en",))
    more_of_it, ends_as_name = spelled_numbers().get(first, (0, False))
    goes_on = first in ("mile", "oh") or (more_of_it and not ends_as_name)  # Seven Mile Road; nineteen oh one
    is_plural = first in types and first.endswith("s")  # Six Forks Road; but Three Park Avenue
    is_number = bool(more) and not goes_on and (value == 1 or not is_plural)
    sure = value <= 10 or (more[-1:] and more[-1].strip(".") in types)
    return (str(value), rest) if is_number and sure else ("", line)


def _canadian_unit(number: str, unit: str) -> tuple[str, str]:
    """`200-1234 Main St` is unit 200 at 1234; `1200-1210` is a range of house numbers."""
    first, dash, second = (part.strip() for part in number.partition("-"))
    if not dash or unit or not (first + second).isdigit() or 0 < int(second) - int(first) <= 60:
        return number, unit
    return second, f"Unit {first}"


def ends_street(word: str, code: str = "US") -> bool:
    """True when `word` may end a street: a type or a compass word."""
    languages = country(code).languages
    word = word.strip(".,").lower()
    return word in street_types(languages) or word in directions(languages)

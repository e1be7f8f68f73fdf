"""The unit within a street line: `Ste 200`, `2nd Floor`, `#4`, with or without a word for it."""

import re
from functools import cache

from citations.postal.vocabulary import phrases, spelled_numbers, street_types, units

_UNIT_SLASH = re.compile(
    r"(?:(?:unit|flat|apt|shop|suite|level)\.?\s+)?(?P<unit>[A-Z]?\d+[A-Z]?)\s?/\s?(?=\d+[A-Z]?(?:-\d+)?\s+\S)",
    re.IGNORECASE,
)
_IDENTIFIER = (
    r"(?:#|no\b\.?)?\s*(?:(?:[A-Z]-?)?\d[\w/-]*(?:\s(?:[A-Z](?!\.)|north|south|east|west)\b)?|[A-Z](?:-?\d+|-[A-Z])?(?![\w])|SPELLED)"
    r"(?:\s*(?:&|and|,|-|\+)\s*#?\d+\w?(?!\w)|\s?&\s?[A-Z]\b)*"
)
BARE = re.compile(r"[A-Z]{0,2}-?\d{1,4}[A-Z]?(?:-\d{1,4}[A-Z]?)?", re.IGNORECASE)
# Roads of these types have names, so a number behind them is a unit; behind Road, Highway or Loop it may be the road's.
_NAMED_TYPES = frozenset({"ST", "AVE", "BLVD", "DR", "LN", "PL", "CT", "CIR", "PKWY", "TER", "PLZ"})
# Roads and rural routes that go by a number: State Highway # 50, R.R. # 2. West Oak Highway # 5 has a name.
_ROAD_WORDS = re.compile(
    r"(?:^|\d\s|\b(?:state|us|u\.s\.|county|and|junction)\s+)(?:highway|hwy|hghwy|route|rte|rt)\.?$"
    r"|\b(?:box|rr|r\.\s?r|rural route|hcr?|psc|cmr|(?:county|state|co)\.? (?:road|rd|highway|hwy)|trunk)\.?$",
    re.IGNORECASE,
)


@cache
def _unit_patterns() -> tuple[re.Pattern[str], ...]:
    numbered = "|".join(
        sorted((re.escape(w) for w, (_, need) in units().items() if need and w != "#"), key=len, reverse=True)
    )
    alone = "|".join(sorted((re.escape(w) for w, (_, need) in units().items() if not need), key=len, reverse=True))
    ordinals = "|".join(word for word, (_, ordinal) in spelled_numbers().items() if ordinal)
    cardinals = "|".join(
        rf"{word}\b" for word, (value, ordinal) in spelled_numbers().items() if value < 11 and not ordinal
    )
    identifier = _IDENTIFIER.replace("SPELLED", cardinals)
    one = (
        rf"(?:(?:{numbered})\b\.?\s*{identifier}|#\s*[\w-]+(?:\s*(?:&|-)\s*\w+)*(?:\s(?:[NSEW]{{1,2}}|north|south|east|west)\b)?"
        rf"|(?:\d+(?:st|nd|rd|th)?\.?|{ordinals})\s+(?:floor|fl|flr)\b\.?"
        rf"|\d+\.\s?(?:og|obergescho(?:ss|ß)|stock|etage)\b\.?|(?:{alone})\b\.?(?:\s*\d\w*)?)"
    )
    return (
        re.compile(rf"(?:^|[\s,]+)\(?(?P<unit>{one})\.?\)?$", re.IGNORECASE),
        re.compile(rf"(?P<unit>{one})[\s,]+(?=\d)", re.IGNORECASE),
        re.compile(rf"{one}(?:[\s,]+{one})*$", re.IGNORECASE),
        re.compile(rf"(?P<unit>{one})\s+(?=[A-Z]{{3,}})", re.IGNORECASE),
    )


def is_unit(text: str) -> bool:
    """True when `text` is a unit and nothing else: "Suite 200", "2nd Floor"."""
    return bool(_unit_patterns()[2].match(text.strip()))


def take_units(line: str) -> tuple[str, str]:
    """(`line` without its units, the units with commas between them)."""
    trailing, leading, *_ = _unit_patterns()
    found: list[str] = []
    if slash := _UNIT_SLASH.match(line):
        line, found = line[slash.end() :], [f"Unit {slash['unit']}"]
    elif front := leading.match(line):
        line, found = line[front.end() :], [front["unit"]]
    while unit := _last_unit(line, trailing):
        found.insert(0, unit.group().strip(" ,()"))
        line = line[: unit.start()].strip(" ,(")
    if not found and (bare := _bare_unit(line)):
        line, found = line[: -len(bare)].strip(" ,"), [f"# {bare}"]
    return line, ", ".join(found)


def _last_unit(line: str, trailing: re.Pattern[str]) -> re.Match[str] | None:
    """The unit at the end of `line`; behind a road's own number ("Highway No 33, #7") only what follows the comma."""
    found = trailing.search(line)
    if not found or not found.start():
        return None
    if _is_road_number(found["unit"], line[: found.start()]):
        return re.compile(r",\s*#\s*\w+$").search(line, found.start() + 1)
    return found


def _is_road_number(unit: str, before: str) -> bool:
    """True when the unit is the road's own: "12 Level Rd" keeps its street, "12 State Highway No 33" its number."""
    if re.fullmatch(r"\W*(?:\d+\w?|[NSEW])?\W*", before, re.IGNORECASE):
        return True
    return bool(_ROAD_WORDS.search(before.strip(" ,")) and re.match(r"#|no\b|[a-z]{1,2}$", unit, re.IGNORECASE))


def _bare_unit(line: str) -> str:
    """The number behind a named street: `12 Oak Ave. 600` has the unit 600; blank when there is none."""
    *street, last = line.replace(",", " ").split() or [""]
    if len(street) < 3 or not street[0][:1].isdigit() or not BARE.fullmatch(last):
        return ""
    kind = street_types(("en",)).get(street[-1].strip(".").lower(), "")
    named = any(word.isalpha() and len(word) > 2 for word in street[1:-1]) or len(street) > 3
    if kind in _NAMED_TYPES and named:
        return last
    with_letter = re.fullmatch(r"\d+[A-Z]", last, re.IGNORECASE)
    return last if with_letter and not kind and street[-1].isalpha() and street[-1].lower() not in _roads() else ""


@cache
def _roads() -> frozenset[str]:
    """Words whose number is the road's own: County Road 12A."""
    return frozenset(words[-1] for words, _ in phrases("highways.csv"))


def unit_in_front(text: str) -> str:
    """The unit that `text` begins with when words follow: `Ste B` of "Ste B Springfield"; blank without."""
    found = _unit_patterns()[3].match(text)
    return found["unit"] if found else ""

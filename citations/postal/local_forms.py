"""Forms of one country brought to its plain order before the line is read: L3/12, 12/3/4, Carr. 2, Km. 15.5."""

import re
from collections.abc import Callable, Sequence

from citations.postal.japan import in_translated_order
from citations.postal.vocabulary import AMERICAN, country

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _rule(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Rule:
    return re.compile(pattern, re.IGNORECASE), replacement


def _doors(found: re.Match[str]) -> str:
    """`12/4` is number 12, door 4; `12/3/4` has the stair between them, `12/3/2/4` the floor too."""
    number, *inner = found[0].split("/")
    words = {1: ("Top",), 2: ("Stiege", "Top"), 3: ("Stiege", "Stock", "Top")}[len(inner)]
    return " ".join([number, *(f"{word} {value}" for word, value in zip(words, inner, strict=True))])


_BEFORE_NUMBER = r"(?=(?:\s?[/,]\s?|\s)(?:Suite \d+\s?/\s?)?\d+[A-Z]?(?:-\d+)?\s)"
_AUSTRALASIA = (
    _rule(r"(?:(?<=^)|(?<=, ))S(\d+)(?=\s?/\s?\d+\s)", r"Suite \1"),
    _rule(rf"(?:(?<=^)|(?<=, ))(?:L|Lvl)\.?\s?(\d+){_BEFORE_NUMBER}", r"Level \1"),
    _rule(rf"(?:(?<=^)|(?<=, ))U\.?\s?(\d+[A-Z]?){_BEFORE_NUMBER}", r"Unit \1"),
    _rule(r"(?:(?<=^)|(?<=, ))G\s?/\s?(?=\d+\s)", "Ground Floor, "),
    _rule(r"\b(Lot \d+),\s+(?=[^\W\d])", r"\1 "),  # a lot without a number has its street behind it
    _rule(r"\bR\.\s?D\.?\s?(?=\d)", "RD "),
)
_CANADIAN = (
    # 4001 - 10 Avenue SW: the street goes by a number
    _rule(
        r"^(\d{3,5})\s*-\s*(?=\d{1,3}\s(?:Avenue|Ave|Street|St)\b\.?\s*(?:[NS]\.?\s?[EW]\.?|[NSEW]\.?)?\s*(?:,|$))",
        r"\1 ",
    ),
)
_AUSTRIAN = (
    _rule(r"\s*/\s*(?=(?:Top|Tür|Stiege|Stg)\b)", ", "),
    _rule(r"(?<=\s)\d+[a-z]?(?:/\d+[a-z]?){1,3}(?=\s*(?:,|$)|\s+\d{4}\s)", _doors),
)
_GERMAN = (
    _rule(r"^([A-U] ?\d{1,2}), (?=\d{1,3}\s?[a-z]?\b(?!\s*\d))", r"\1 "),  # blocks for streets in Mannheim: Q7, 24
    _rule(r"\b(Postfach)((?:\s\d{2}){2,3})\b(?=\s*(?:,|$))", lambda found: f"{found[1]} {found[2].replace(' ', '')}"),
)
_PUERTO_RICO = (
    _rule(r"\b(Carr(?:etera)?\.?|PR|Road|Rd\.?|Ruta)[\s-]*#?\s*(\d+),?\s+(?=km|kil)", r"\1 \2 "),
    _rule(r"^(Urb(?:anizaci[oó]n)?\.?\s[^,\d]+?)\s+(?=[A-Z]?-?\d+\s)", r"\1, "),
    _rule(r"(?<=, )((?:Calle|Ave?\.?|Avenida)\s[^,#]+?)\s*(?:#|n[uú]m\.?|no\.)\s*(\d+\w?)(?=\s*(?:,|$))", r"\2 \1"),
    _rule(r"^([^\d,#]+?)\s*,?\s*(?:#|n[uú]m\.?|no\.)\s*(?=\d)", r"\1 "),
)
_ON_PUERTO_RICO = re.compile(r"(?:\bPR|\bPuerto Rico),?\s+00[679]\d\d(?:-?\d{4})?$", re.IGNORECASE)
_NUMBER_LAST = (
    _rule(r"^((?:C|Cl)/)\s*", "Calle "),
    _rule(r"^([^\d,]*[^\W\d][^\d,]*?),?\s+(?:#|n[º°o]?\.?|nr\.?|n[uú]m\.?|no\.?)\s*(?=\d)", r"\1 "),
    _rule(r"^([^\d,#]*[^\W\d][^\d,#]*?)\s*(?:,|#)\s*(?=\d{1,5}\s?[a-z]?(?:/[a-z\d]{1,3})?\s*(?:,|$))", r"\1 "),
)
_DASHED_TOWN = re.compile(r"\s+-\s+(?=(?:[A-Z]{1,2}-)?\d{4,5}\s+[^\W\d])")  # Hauptstr. 12a - 80331 München
_LOCAL: dict[str, Sequence[Rule]] = {
    "AU": _AUSTRALASIA,
    "NZ": _AUSTRALASIA,
    "DE": (*_GERMAN, *_NUMBER_LAST),
    "AT": _AUSTRIAN,
    "CA": _CANADIAN,
    "PR": _PUERTO_RICO,
}


def in_plain_order(line: str, code: str) -> str:
    """`line` with the short and local forms of country `code` written out."""
    if code == "US" and _ON_PUERTO_RICO.search(line):
        code = "PR"
    if code == "JP":
        return in_translated_order(line)
    line = _DASHED_TOWN.sub(", ", line) if not country(code).city_first else line
    usual = () if code in AMERICAN or country(code).number_first else _NUMBER_LAST
    for pattern, replacement in _LOCAL.get(code, usual):
        line = pattern.sub(replacement, line)
    return line

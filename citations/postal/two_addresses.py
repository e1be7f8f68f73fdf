"""Texts with more than one address in them: none of them is the address of the listing."""

import re
from collections.abc import Iterator

from citations.postal.regions import is_region
from citations.postal.street import read_street
from citations.postal.street_line import split_street_line
from citations.postal.unit import is_unit
from citations.postal.vocabulary import AMERICAN, country

_BETWEEN = re.compile(r"\s*(?:[;:]|(?:^|\s)/\s|&|\b(?:and|or|und|oder|et|ou|y|e)\b)\s*", re.IGNORECASE)


def one_address(line: str, code: str) -> str:
    """`line` when it is one address, the first of it when it says one twice, blank when it holds two."""
    pieces = list(_pieces(line, code))
    doors = [door for door in (_door(piece, code) for piece in pieces) if door]
    if len(doors) > 1:
        return "" if len(set(doors)) > 1 else pieces[0]
    return "" if _joins_two_doors(line, code) else line


def _pieces(line: str, code: str) -> Iterator[str]:
    """`line` cut behind each of its postcodes, in a country that writes the town first, else behind the town."""
    start = 0
    for found in re.finditer(country(code).postcode, line, re.IGNORECASE):
        before = line[start : found.start()]
        if code in AMERICAN and not _ends_with_region(before):
            continue
        yield line[start : found.end()] if country(code).city_first else before
        start = found.end()


def _ends_with_region(text: str) -> bool:
    """True for `Austin, TX` and `Buffalo, New York`: what follows is a ZIP code and no house number."""
    words = re.split(r"[\s,]+", text.strip(" ,"))
    return any(is_region(" ".join(words[-count:])) for count in (1, 2, 3))


def _door(piece: str, code: str) -> tuple[str, str] | None:
    """The number and the street of a piece; None when it has none."""
    for part in (part for segment in piece.split(",") for part in _BETWEEN.split(segment.strip())):
        line = split_street_line(part, code)
        if line.number and line.street and not is_unit(part) and re.search(r"[^\W\d]{2}", line.street):
            return line.number.lower(), line.street.lower()
    return None


def _joins_two_doors(line: str, code: str) -> bool:
    """True for `200 Oak Ave & 300 Elm St`: a number and a street with its type on both sides of a word that joins."""
    for part in line.split(","):
        sides = [split_street_line(side, code) for side in _BETWEEN.split(part)]
        if len(sides) == 2 and all(side.number.isdigit() and read_street(side.street, code).kind for side in sides):
            return True
    return False

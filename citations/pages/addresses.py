"""Postal addresses in visible text: the end of an address has a shape, and its street stands before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from citations.pages import tables
from citations.pages.address_parts import (
    Found,
    has_street_word,
    is_number_alone,
    is_po_box,
    is_street,
    is_unit,
    leading_city,
    pieces_of,
    split_street_from_city,
    trailing_city,
    without_country,
)
from citations.pages.announced import announced
from citations.pages.japanese import japanese
from citations.pages.tables import labels
from citations.pages.text import MOST_LINES, Line
from citations.postal import Address
from citations.postal.regions import is_region

_BARE_REGION = re.compile(r",\s*([A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?\s*(?=$|[|•·\n])")
# A telephone number on one line with the address behind it.
_PHONE_BEFORE = re.compile(r"^(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}\s+")
_DIGIT_OR_COMMA = re.compile(r"[\d,]")
MOST_CANDIDATES = 1_000  # a candidate costs a hundred times what another line does
_LINES_BEFORE, _PIECES_BETWEEN = 4, 3
_STREET_MAY_FOLLOW = frozenset({"DE", "AT", "CH"})


def find_addresses(lines: Sequence[Line], countries: tuple[str, ...]) -> Iterator[Found]:
    """The addresses in `lines`, in order, by the shapes of `countries`, then by label.

    A line that is nothing but "City, Region" counts as one; it is the least complete.
    """
    taken, candidates = -1, 0
    for index, line in enumerate(lines[:MOST_LINES]):
        if index <= taken or len(line.text) > 300 or line.heading == 1 or not _is_worth_reading(line.text):
            continue
        candidates += 1
        if candidates > MOST_CANDIDATES:
            return
        found = japanese(lines, index) or _by_shape(lines, index, taken, countries)
        found = found or _by_announcement(lines, index, countries)
        if found:
            taken = found.last
            yield found


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the end of an address looks in one country."""

    country: str
    tail: re.Pattern[str]
    region: bool

    def ends(self, text: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Each end of an address in `text`: the text before it and its parts."""
        for match in self.tail.finditer(text):
            parts = {name: value.strip(" .,") for name, value in match.groupdict().items() if value}
            before, known = text[: match.start()], not self.region
            words = parts.get("region", "").split()
            for start in range(len(words)):
                if _is_region(" ".join(words[start:]), self.country):
                    parts["region"], known = " ".join(words[start:]), True
                    before += " ".join(words[:start])
                    break
            if known:
                yield before, parts
        bare = _BARE_REGION.search(text) if self.region else None
        if bare and _is_region(bare[1], self.country):
            yield text[: bare.start()], {"region": bare[1]}


@cache
def _shapes() -> dict[str, _Shape]:
    places = tables.toml("places").items()
    return {country: _Shape(country, re.compile(row["tail"]), row["region"]) for country, row in places}


def _is_region(text: str, country: str) -> bool:
    """True when `text` is the code, in capitals, or the name of a region of `country`."""
    return (len(text) > 3 or text.isupper()) and is_region(text, country)


def _is_worth_reading(text: str) -> bool:
    """True for a line that may end or announce an address; most lines of most pages do neither."""
    return bool(_DIGIT_OR_COMMA.search(text)) or text.lower().strip(" :>") in labels("address")


def _by_shape(lines: Sequence[Line], index: int, taken: int, countries: tuple[str, ...]) -> Found | None:
    text = _PHONE_BEFORE.sub("", without_country(lines[index].text))
    for country in countries:
        shape = _shapes().get(country)
        for before, parts in shape.ends(text) if shape else ():
            found = _assembled(lines, index, taken, before, parts | {"country": country})
            if found:
                return found
    return None


def _assembled(lines: Sequence[Line], index: int, taken: int, before: str, parts: dict[str, str]) -> Found | None:
    """An address from its end and from what stands before it, on the same line and on the lines above."""
    backwards = list(_backwards(lines, index, taken, before))
    if "city" in parts:
        parts["city"] = leading_city(parts["city"])
    elif not _take_city(parts, backwards):
        return None
    if not parts["city"]:
        return None
    first = _add_street(parts, backwards, index)
    last = index if "street" in parts else _street_behind(parts, lines, index)
    is_whole_line = before.strip(" ,") == parts["city"]
    if not parts.get("street") and not parts.get("postcode") and not is_whole_line:
        return None
    raw = "\n".join(line.text for line in lines[first : last + 1])
    return Found(Address(**parts, raw=raw[:400]), first, last)


def _street_behind(parts: dict[str, str], lines: Sequence[Line], index: int) -> int:
    """Take a street that stands behind its city ("10115 Berlin, Hauptstr. 12"); the number of the last line used."""
    if parts["country"] not in _STREET_MAY_FOLLOW:
        return index
    behind = pieces_of(lines[index].text.partition(parts["city"])[2])
    below = lines[index + 1 : index + 2] if not behind else ()
    pieces = [(piece, index) for piece in behind] + [
        (piece, index + 1) for line in below for piece in pieces_of(line.text)
    ]
    for piece, at in pieces[:1]:
        if has_street_word(piece) and is_street(piece, parts["country"]):
            parts["street"] = piece
            return at
    return index


def _take_city(parts: dict[str, str], backwards: list[tuple[str, int]]) -> bool:
    """Move the city from the pieces before the end of an address into its parts; False when there is none."""
    if backwards and backwards[0][0] in tables.words("gb_counties") and parts["country"] == "GB":
        parts["region"] = backwards.pop(0)[0]
    if not backwards:
        return False
    piece, at = backwards.pop(0)
    if is_street(piece, parts["country"]) and len(parts.get("region", "")) > 3:  # "2 E 61st St, New York 10021"
        parts["city"], parts["region"] = parts["region"], ""
        backwards.insert(0, (piece, at))
        return True
    street, city = split_street_from_city(piece)
    parts["city"] = city or trailing_city(piece)
    if street:
        backwards.insert(0, (street, at))
    return bool(parts["city"])


def _add_street(parts: dict[str, str], backwards: list[tuple[str, int]], index: int) -> int:
    """Take street and unit from the pieces before the city; the number of the first line used.

    A box at a post office is the street where no other is named.
    """
    box: tuple[str, int] | None = None
    for place, (piece, at) in enumerate(backwards[:_PIECES_BETWEEN]):
        if is_unit(piece) and "unit" not in parts:
            parts["unit"] = piece
        elif is_po_box(piece):
            box = box or (piece, at)
        elif is_street(piece, parts["country"]):
            parts["street"] = _with_number(piece, backwards[place + 1 : place + 2], at)
            return at
    if box:
        parts["street"] = box[0]
        return box[1]
    parts.pop("unit", "")
    return index


def _with_number(street: str, before: Sequence[tuple[str, int]], at: int) -> str:
    """`street` with the number that stands before it on its line, parted by a comma."""
    is_numbered = bool(before) and before[0][1] == at and not _DIGIT_OR_COMMA.search(street)
    return f"{before[0][0]}, {street}" if is_numbered and is_number_alone(before[0][0]) else street


def _backwards(lines: Sequence[Line], index: int, taken: int, before: str) -> Iterator[tuple[str, int]]:
    """The pieces that stand before the end of an address, nearest first, each with its line."""
    for piece in reversed(pieces_of(before)):
        yield piece, index
    for at in range(index - 1, max(taken, index - 1 - _LINES_BEFORE), -1):
        line = lines[at]
        if line.heading or len(line.text) > 120 or line.text.lower().strip(" :>") in labels("address"):
            return
        for piece in reversed(pieces_of(line.text)):
            yield piece, at


def _by_announcement(lines: Sequence[Line], index: int, countries: tuple[str, ...]) -> Found | None:
    """An address of no known shape; where one of known shape follows, it is read from its end instead."""
    found = announced(lines, index)
    if found and any(_by_shape(lines, at, index, countries) for at in range(index + 1, min(index + 4, len(lines)))):
        return None
    return found

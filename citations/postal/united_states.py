"""Reading an address of the United States and its territories.

usaddress labels words and never abstains, so it is asked only what punctuation leaves open: where
the street ends and the city begins when no comma stands between them.
"""

import re

import usaddress

from citations.postal.address import Address
from citations.postal.cleaning import clean, without_asides
from citations.postal.regions import is_region
from citations.postal.street_line import ends_street, is_unit, split_street_line

_ZIP = re.compile(r"(?:^|[\s,]+)(\d{5}(?:[- ]?\d{4})?)$")
_MANGLED_ZIP = re.compile(r"(?<=\b[A-Z]{2})[\s,]+(\d{4,10})$")  # a spreadsheet's lost zero, or digits too many
_REGION = re.compile(r"(?:^|[\s,]+)((?:[A-Za-z]\.?){2}|(?:[A-Za-z]+\s){0,3}[A-Za-z]+)\.?$")
_CITIES_TOO = frozenset({"new york", "washington"})


def read(text: str, code: str) -> Address:
    """The parts of an American address, whatever punctuation it has."""
    line, postcode = _take_postcode(clean(text, code))
    line, region = _take_region(line, has_postcode=bool(postcode))
    line = without_asides(line)
    street, city = _take_city(line, region, postcode)
    parts = split_street_line(street, "US")
    return Address(parts.street, parts.number, parts.unit, city, region, postcode, code, text)


def _take_postcode(line: str) -> tuple[str, str]:
    found = _ZIP.search(line) or (_MANGLED_ZIP.search(line) if "," in line else None)
    if not found:
        return line, ""
    return line[: found.start()].strip(" ,"), found[1]


def _take_region(line: str, *, has_postcode: bool) -> tuple[str, str]:
    found = _REGION.search(line)
    while found:
        name = found[1].strip()
        if is_region(name.replace(".", "")) and not name.lower().endswith(" dc"):
            break
        cut = name.partition(" ")[2]
        found = re.search(rf"(?:^|[\s,]+)({re.escape(cut)})\.?$", line) if cut else None
    if not found or not _may_be_region(line[: found.start()], found[1], has_postcode=has_postcode):
        return line, ""
    return line[: found.start()].strip(" ,"), found[1]


def _may_be_region(before: str, name: str, *, has_postcode: bool) -> bool:
    """`NE` may be a compass word, `CT` a court and `New York` a city: punctuation and a ZIP decide."""
    if name.lower() in _CITIES_TOO:
        return "," in before or (bool(before) and not re.match(r"\W*\d", before))
    if "," in before or has_postcode:
        return True
    return not ends_street(name) and (name.isupper() or before.islower() or not before[:1].isdigit())


def _take_city(line: str, region: str, postcode: str) -> tuple[str, str]:
    """(street line, city)."""
    segments = [part for part in (piece.strip() for piece in line.split(",")) if part]
    if not segments:
        return "", ""
    if len(segments) == 1:
        return _split_without_comma(segments[0], region, postcode)
    if _is_street_part(segments[-1]) and not (region and _is_place(segments[-1])):
        street, city = _split_without_comma(segments[-1], region, postcode)
        return _street_of([*segments[:-1], street]), city
    return _street_of(segments[:-1]), segments[-1]


def _is_place(segment: str) -> bool:
    return not re.search(r"\d", segment) and not is_unit(segment)


def _is_street_part(segment: str) -> bool:
    return bool(re.search(r"\d", segment)) or is_unit(segment)


def _street_of(segments: list[str]) -> str:
    """The segment with the house number, with the units that stand around it."""
    streets = [part for part in segments if not is_unit(part)]
    numbered = [part for part in streets if split_street_line(part).number or part.lower().startswith(("po ", "p.o"))]
    suites = [part for part in segments if is_unit(part)]
    return ", ".join([*(numbered[:1] or streets[:1]), *suites])


def _split_without_comma(line: str, region: str, postcode: str) -> tuple[str, str]:
    if not (region or postcode):
        return line, ""
    if not re.search(r"\d", line):
        return ("", line) if region or not ends_street(line.rsplit(maxsplit=1)[-1]) else (line, "")
    city = _labelled_city(f"{line}, {region} {postcode}")
    if city and line.endswith(city) and line != city:
        return line[: -len(city)].strip(" ,"), city
    return line, ""


def _labelled_city(text: str) -> str:
    """The words that usaddress takes for the city, as written."""
    try:
        return str(usaddress.tag(text)[0].get("PlaceName", "")).strip(" ,")
    except usaddress.RepeatedLabelError as error:
        labels = list(error.parsed_string)
    words: list[str] = []
    for word, label in reversed(labels):
        if label == "PlaceName":
            words.insert(0, word)
        elif words:
            break
    return " ".join(words).strip(" ,")

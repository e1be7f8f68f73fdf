"""Reading an address of the United States and its territories.

usaddress labels words and never abstains, so it is asked only what punctuation leaves open: where
the street ends and the city begins when no comma stands between them.
"""

import re
from dataclasses import replace

import usaddress

from citations.postal.address import Address
from citations.postal.building import is_sure_street
from citations.postal.cleaning import clean, without_asides
from citations.postal.regions import is_region, region_code
from citations.postal.street import read_street
from citations.postal.street_line import ends_street, split_street_line
from citations.postal.two_addresses import one_address
from citations.postal.unit import BARE, is_unit, is_unit_behind_comma, unit_in_front
from citations.postal.vocabulary import cities_like_regions

_ZIP = re.compile(r"(?:^|[\s,]+)(\d{5}(?:[- ]?\d{4})?)$")
_MANGLED_ZIP = re.compile(r"(?<=\b[A-Z]{2})[\s,]+(\d{4,10})$")  # a spreadsheet's lost zero, or digits too many
_TOO_LONG_ZIP = re.compile(r"(?<=\b[A-Z]{2})\s+(\d{6,8})$")  # with a state before it no number of anything else
_REGION = re.compile(r"(?:^|[\s,]+)((?:[A-Za-z]\.?){2}|[NSW]\.\s?[A-Za-z]+|(?:[A-Za-z]+\s){0,3}[A-Za-z]+)\.?$")
# 12 Main St, Denver, CO 80202, Suite 4
_BEHIND_ZIP = re.compile(
    r"(?P<address>.*[\s,][A-Za-z.]{2,}[\s,]+\d{5}(?:-\d{4})?)[\s,]+(?P<unit>[^\d\s].*[\w)]|\d+\D.*)"
)
_LOST_ZERO = re.compile(r"(?<=\b(?:CT|MA|ME|NH|NJ|RI|VT|PR))\s+(\d{4})$")
_NO_POSTCODE = re.compile(r"(?:\bbox|\bp\.?o\.?b\.?|#|\bste\.?|\bsuite|\bunit|\bapt\.?)\s*$", re.IGNORECASE)
_COMPASS = r"(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\b\.?"
_UNIT_NEXT = r"\s*,|\s+#|\s+(?:ste|suite|unit|apt|bldg|fl|floor)\b"
_QUARTER = r"(?:NW|SE|SW|N\.\s?W\.|S\.\s?E\.|S\.\s?W\.|N\.\s?E\.)(?!\w)|NE(?=\s*,|\s+\w)"  # NE at the end is Nebraska
_SPLIT_COMPASS = re.compile(rf",\s+(?={_QUARTER}|{_COMPASS}(?:{_UNIT_NEXT}))", re.IGNORECASE)
_ONLY_NORTHEAST = re.compile(r"(\W*\d[^,]*),\s+(N\.?\s?E\.?)", re.IGNORECASE)  # 1180 Oak Street, NE without a city
# St for Ste: 2900 Oak Rd., Bldg. 10, St. 310
_SUITE_AS_ST = re.compile(
    r"(,\s*|\b(?:ave|avenue|rd|road|blvd|boulevard|dr|drive|ter|terrace|pkwy|parkway|ln)\.?,?\s+)st\.?\s+(?=\d+(?:[\s,]|$))",
    re.IGNORECASE,
)
_LEADING_COMPASS = re.compile(rf"(?P<word>{_COMPASS})\s+(?=\w)", re.IGNORECASE)
# Words that are seldom part of a city's name, but for St, which is asked for only behind a number and a name.
_BARE_PART = re.compile(rf"{BARE.pattern}|\d{{1,4}} [A-Z]", re.IGNORECASE)  # a unit between commas: 106 D
_SURE_TYPES = re.compile(
    r"st|street|ave?|avenue|blvd|boulevard|rd|road|dr|drive|ln|lane|hwy|highway|pkwy|parkway", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"(?:\d(?:st|nd|rd|th)|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))$", re.IGNORECASE
)


def read(text: str, code: str) -> Address:
    """The parts of an American address, whatever punctuation it has."""
    line = one_address(clean(text, code), code)
    if not line:
        return Address(country=code, raw=text)
    return _read(_SUITE_AS_ST.sub(r"\1Ste ", _SPLIT_COMPASS.sub(" ", line)), code, text)


def _read(line: str, code: str, text: str) -> Address:
    if behind := _BEHIND_ZIP.fullmatch(line):
        whole, unit = _read(behind["address"], code, text), behind["unit"].strip("()")
        if is_unit(unit) and not whole.unit:
            return replace(whole, unit=unit)
        if not whole.region and is_region(unit):  # Tamuning 96913, Guam
            return replace(whole, region=unit)
        if whole.street and whole.postcode and not _ZIP.search(line):
            return whole
    if alone := _ONLY_NORTHEAST.fullmatch(line):
        line = f"{alone[1]} {alone[2]}"
    line, postcode = _take_postcode(line)
    line, region = _take_region(line, has_postcode=bool(postcode))
    line = without_asides(line)
    street, city = _take_city(line, region, postcode)
    parts = split_street_line(street, "US")
    return Address(parts.street, parts.number, parts.unit, city, region, postcode, code, text)


def _take_postcode(line: str) -> tuple[str, str]:
    mangled = _MANGLED_ZIP if "," in line else _LOST_ZERO
    found = _ZIP.search(line) or mangled.search(line) or _TOO_LONG_ZIP.search(line)
    if not found or _NO_POSTCODE.search(line[: found.start()]):
        return line, ""
    return line[: found.start()].strip(" ,"), found[1]


def _take_region(line: str, *, has_postcode: bool) -> tuple[str, str]:
    found = _REGION.search(line)
    while found:
        name = found[1].strip()
        if is_region(name.replace(".", "")) and not name.lower().endswith(" dc"):
            break
        first, _, cut = name.partition(" ")
        found = _REGION.search(line, found.start(1) + len(first)) if cut else None
    if not found:
        return line, ""
    is_compass = name.replace(".", "").upper() == "NE" and "," not in found[0]
    if not _may_be_region(line[: found.start()], name, is_compass=is_compass, has_postcode=has_postcode):
        return line, ""
    return line[: found.start()].strip(" ,"), found[1]


def _may_be_region(before: str, name: str, *, is_compass: bool, has_postcode: bool) -> bool:
    """`NE` may be a compass word, `CT` a court, `FL` a floor, `New York` a city: punctuation and a ZIP decide."""
    if is_compass and _is_type(before.rsplit(maxsplit=1)[-1]):
        return False
    if name.upper() == "FL" and _ORDINAL.search(before):
        return False
    if name.lower() in cities_like_regions("US"):
        return "," in before or (bool(before) and not re.match(r"\W*\d", before)) or _names_a_city(before)
    if "," in before or has_postcode:
        return True
    if ends_street(name):
        return _names_a_city(before)
    return name.isupper() or before.islower() or not before[:1].isdigit() or _names_a_city(before)


def _names_a_city(line: str) -> bool:
    """True when words other than compass words stand behind the type of a numbered street."""
    words = line.split()
    for at in range(2, len(words)):
        if words[0][0].isdigit() and _is_type(words[at]):
            rest = " ".join(words[at + 1 :])
            rest = rest[len(unit_in_front(rest)) :]
            behind = [word for word in rest.split() if not re.fullmatch(_COMPASS, word, re.IGNORECASE)]
            return bool(behind) and behind[0].lower() != "of" and not re.search(r"\d", " ".join(behind))
    return False


def _is_type(word: str) -> bool:
    return bool(_SURE_TYPES.fullmatch(word.strip(".,")))


def _take_city(line: str, region: str, postcode: str) -> tuple[str, str]:
    """(street line, city)."""
    segments = [part for part in (piece.strip() for piece in line.split(",")) if part]
    if len(segments) > 1 and region and _repeats_region(segments[-1], region):
        segments.pop()
    if not segments:
        return "", ""
    if len(segments) == 1:
        return _split_without_comma(segments[0], region, postcode)
    if unit := unit_in_front(segments[-1]):
        return _street_of([*segments[:-1], unit]), segments[-1][len(unit) :].strip()
    if _is_street_part(segments[-1]) and not (region and _is_place(segments[-1])):
        street, city = _split_without_comma(segments[-1], region, postcode)
        return _street_of([*segments[:-1], street]), city
    return _street_of(segments[:-1]), segments[-1]


def _repeats_region(segment: str, region: str) -> bool:
    """True for a county, and for the state's name before its code: "Roswell, Georgia, GA"."""
    same = is_region(segment) and region_code(segment) == region_code(region)
    return segment.lower().endswith(" county") or (same and segment.lower() not in cities_like_regions("US"))


def _is_place(segment: str) -> bool:
    return not re.search(r"\d", segment) and not is_unit(segment)


def _is_street_part(segment: str) -> bool:
    return bool(re.search(r"\d", segment)) or is_unit(segment)


def _street_of(segments: list[str]) -> str:
    """The segment with the house number, with the units that stand around it."""
    streets = [part for part in segments if not is_unit(part)]
    numbered = [part for part in streets if split_street_line(part).number]
    numbered += [part for part in streets if part.lower().startswith(("po ", "p.o", "pob"))]
    street = next((part for part in numbered if is_sure_street(part)), next(iter(numbered or streets), ""))
    suites = [part for part in segments if is_unit(part) or (part != segments[0] and is_unit_behind_comma(part))]
    suites += [f"# {part.replace(' ', '')}" for part in segments if _BARE_PART.fullmatch(part)]
    return ", ".join([street, *(part for part in suites if part != street)])


def _split_without_comma(line: str, region: str, postcode: str) -> tuple[str, str]:
    if not (region or postcode):
        return line, ""
    if not re.search(r"\d", line) and not _has_street_inside(line):
        last = line.rsplit(maxsplit=1)[-1].lower()
        is_place = last != "airport" and (region or not ends_street(last))
        return ("", line) if is_place else (line, "")
    city = _labelled_city(f"{line}, {region} {postcode}")
    if city and line.endswith(city) and line != city:
        return _with_its_compass(*_at_the_sure_type(line[: -len(city)].strip(" ,"), city))
    return _behind_the_type(line)


def _has_street_inside(line: str) -> bool:
    """True for a crossing or a street without a number, with a city behind it."""
    words = line.split()
    return any(_is_type(word) and not word.lower().startswith("st") for word in words[1:-1]) or (
        bool(set(words[1:-1]) & {"&", "and"})
    )


def _at_the_sure_type(street: str, city: str) -> tuple[str, str]:
    """`1 Main Street Ste 5 Old` and `Oak`: what follows Street and is no compass word or unit belongs to the city."""
    words = street.split()
    at = next((at for at in range(len(words) - 1, 1, -1) if _is_type(words[at])), len(words))
    behind = " ".join(words[at + 1 :])
    unit = unit_in_front(behind)
    more = behind[len(unit) :].split()
    names = [word for word in more if word.isalpha() and word.lower() != "of" and not ends_street(word)]
    if not more or names != more or is_unit(behind):
        return street, city
    return " ".join([*words[: at + 1], unit]).strip(), " ".join([*more, city])


def _with_its_compass(street: str, city: str) -> tuple[str, str]:
    """`1st Street` and `Southwest Moultrie`: the compass word belongs to the street, and South to a numbered one."""
    found = _LEADING_COMPASS.match(city)
    if not found or not street:
        return street, city
    line = split_street_line(street)
    name = read_street(line.street)
    numbered = name.name[:1].isdigit() and not (name.before or name.after or line.unit)
    if numbered or len(found["word"].strip(".")) in (2, 9):  # NE or Northeast
        return f"{street} {found['word']}", city[found.end() :]
    return street, city


def _behind_the_type(line: str) -> tuple[str, str]:
    """What stands behind the last word that can end the street of a house number, when nothing else tells the city."""
    words = line.split()
    for at in range(len(words) - 1, 2, -1):
        street, city = " ".join(words[:at]), " ".join(words[at:])
        if not words[0][0].isdigit() or ends_street(words[at]) or re.search(r"\d", city):
            break
        if ends_street(words[at - 1]) and not is_unit(city):
            return street, city
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

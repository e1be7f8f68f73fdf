"""Reading an address by the rules of its country, as `tables/countries.csv` states them.

A country that is not in the table gets a postcode, a house number and the rest.
"""

import re

from citations.postal.address import Address
from citations.postal.cleaning import clean, without_asides
from citations.postal.regions import is_region
from citations.postal.street_line import ends_street, split_street_line
from citations.postal.two_addresses import one_address
from citations.postal.unit import is_unit, unit_in_front
from citations.postal.vocabulary import cities_like_regions, country, house_names, place_particles

# Roma RM, Roma (RM), São Paulo - SP
_PROVINCE = re.compile(r"(?P<city>.*[^\W\d])(?:\s+-\s+|\s+\(?)(?P<region>[A-Z]{2})\)?")
# The half of a British postcode that names the post town: behind a comma, behind a town, or alone.
_OUTWARD = re.compile(r"(?:(?<=,\s)|(?<=[a-z]\s)|(?<=[A-Z]{3}\s)|^)[A-Z]{1,2}\d[A-Z\d]?$")
# A segment that is a street and no town; Chester-le-Street is one.
_SURE_STREET = re.compile(r"(?<!\ble) (?:st|street|rd|road|ln|lane|ave|avenue|blvd)\.?$", re.IGNORECASE)

_THOROUGHFARE = re.compile(r" (?:way|close|drive|crescent|parade|row|terrace|boulevard)$", re.IGNORECASE)


def read(text: str, code: str) -> Address:
    """The parts of an address of country `code`, as far as its text shows them; a house's name is its number."""
    line = one_address(without_asides(clean(text, code)), code)
    if not line:
        return Address(country=code, raw=text)
    found = _postcode(line, code)
    if not found and code == "GB":
        found = _outward(line)
    before, postcode, after = (line[: found.start()], found[0], line[found.end() :]) if found else (line, "", "")
    segments = [part for part in _segments(before) if part not in country(code).names]
    if not segments and "," in after:  # 50823 Köln, Hauptstraße 7
        town, _, behind = after.partition(",")
        segments, after = _segments(behind), town
    segments += [part for part in _segments(after) if is_unit(part)]
    if country(code).has("houses_by_name"):
        segments = [part for segment in segments for part in _apart(segment)]
    if found and not country(code).city_first:
        city, region = re.sub(rf"\s+{code}$", "", after.strip(" ,")), ""
        city = city.partition(",")[0] or (segments.pop() if len(segments) > 1 else "")
        city, region = _province(city, code)
    else:
        city, region, segments = _place_before(segments, after, code)
    line = _street_of(segments, code)
    number, street, unit = split_street_line(line, code)
    if country(code).has("houses_by_name") and not number:
        number = _house_before(street, segments)
    return Address(street, number, unit, city, region, postcode, code, text)


def _house_before(street: str, segments: list[str]) -> str:
    """The house or estate that stands by its name before a street without a number: `Rose House`; blank without."""
    before = segments[: segments.index(street)] if street in segments else []
    named = [part for part in before if not is_unit(part) and part.split()[-1].lower().strip(".") in house_names()]
    return ", ".join(named)


def _segments(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in text.split(",")) if part]


def _apart(segment: str) -> list[str]:
    """`Unit 4 Long Park` is a unit and the park that it is in."""
    unit = unit_in_front(segment)
    return [unit, segment[len(unit) :].strip()] if unit and "/" not in unit else [segment]


def _postcode(line: str, code: str) -> re.Match[str] | None:
    """The last postcode of `line` that is not its beginning (which is a house number)."""
    matches = list(re.finditer(country(code).postcode, line, re.IGNORECASE))
    if len(matches) == 1 and matches[0].start() == 0 and "," not in line and re.fullmatch(r"\d{4}", matches[0][0]):
        return None
    return matches[-1] if matches else None


def _outward(line: str) -> re.Match[str] | None:
    """The half of a postcode at the end; not the number of a unit, of a building or of a road."""
    found = _OUTWARD.search(line)
    before = line[: found.start()].strip() if found else ""
    if not found or not before or before.endswith(","):
        return found
    segment = before.rpartition(",")[2].strip()
    is_place = not re.search(r"\d", segment) and not is_unit(line[len(before) - len(segment) :])
    return found if is_place and not ends_street(segment.rpartition(" ")[2], "GB") else None


def _place_before(segments: list[str], after: str, code: str) -> tuple[str, str, list[str]]:
    """(city, region, street segments) of an address that names the city before the postcode."""
    segments = segments + [part for part in _segments(after) if not re.search(r"\d", part)]
    region = ""
    if _ends_with_county(segments, code):
        region = segments.pop()
    elif segments and not _is_city_state(segments, code):
        segments[-1], region = _take_region(segments[-1], code)
        segments = [part for part in segments if part]
    if segments and _SURE_STREET.search(segments[-1]):
        return "", region, segments
    if len(segments) > 1 and not is_unit(segments[-1]):
        city, province = _province(segments[-1], code)
        return city, region or province, segments[:-1]
    street, city = _after_street_type(segments[0], code) if segments else ("", "")
    return city, region, [street, *segments[1:]]


def _province(city: str, code: str) -> tuple[str, str]:
    """(city, the two letters of its province behind it)."""
    found = _PROVINCE.fullmatch(city) if country(code).has("province_code") else None
    return (found["city"].strip(), found["region"]) if found else (city, "")


def _ends_with_county(segments: list[str], code: str) -> bool:
    """True for "12 Main Street, Bray, Wicklow": a county behind a town behind a street; cities are no counties."""
    if code != "IE" or len(segments) < 3 or segments[-1].lower() in cities_like_regions(code):
        return False
    town = segments[-2]
    is_town = not (re.search(r"\d", town) or is_unit(town) or ends_street(town.split()[-1], code))
    return is_town and is_region(f"Co {segments[-1]}", code)


def _is_city_state(segments: list[str], code: str) -> bool:
    """True for "Gerberstraße 130, Hamburg": a region that is the only place named, where people name the city."""
    return len(segments) == 2 and not country(code).city_first and is_region(segments[-1], code)


def _take_region(segment: str, code: str) -> tuple[str, str]:
    words = segment.split()
    for count in range(min(4, len(words)), 0, -1):
        name = " ".join(words[-count:])
        if is_region(name, code):
            return " ".join(words[:-count]), name
    return segment, ""


def _after_street_type(line: str, code: str) -> tuple[str, str]:
    """Split `10 Downing Street London` after its street type, when a street with a number is there."""
    words = line.split()
    if not re.search(r"\d", line):
        is_place = words and not ends_street(words[-1], code) and not _is_sentence(words)
        return ("", line) if is_place else (line, "")
    for at in range(len(words) - 1, 1, -1):
        if ends_street(words[at - 1], code) and not ends_street(words[at], code) and not re.search(r"\d", words[at]):
            return " ".join(words[:at]), " ".join(words[at:])
    return line, ""


def _is_sentence(words: list[str]) -> bool:
    """True for "Hinter der alten Mühle": in the name of a place only particles are written small."""
    small = [word for word in words if word[0].islower()]
    return len(words) > 2 and 0 < len(small) < len(words) and not set(small) <= place_particles()


def _street_of(segments: list[str], code: str) -> str:
    """The segment that holds a number and a street, with the units around it; else the one that reads like a street."""
    streets = [part for part in segments if not is_unit(part)]
    numbered = [part for part in streets if split_street_line(part, code).number]
    named = [part for part in streets if ends_street(part.rpartition(" ")[2], code)]
    sure = [part for part in named if _SURE_STREET.search(part) or _THOROUGHFARE.search(part)]
    digits = [part for part in streets if re.search(r"\d", part)]
    suites = [part for part in segments if is_unit(part)]
    return ", ".join([*(numbered[-1:] or digits[-1:] or sure[:1] or named[-1:] or streets[:1]), *suites])

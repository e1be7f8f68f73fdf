"""The parts that we read of an address against the parts that a case file names."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from citations.nap.house_number import is_house_name, number_key
from citations.nap.place import postcode_key
from citations.nap.unit import compare_unit
from citations.postal import Address
from citations.postal.regions import region_code
from citations.postal.street import place_name, read_street
from citations.postal.street_line import split_street_line
from citations.postal.vocabulary import spelled_numbers
from tests.matching_quality.outcome import Outcome

PARTS = ("number", "street", "unit", "city", "region", "postcode")
Expected = Mapping[str, Sequence[str]]  # part -> the values that are all right; none when the file names no such part


def outcomes(file: str, row: int, text: str, country: str, expected: Expected) -> Iterator[Outcome]:
    """One outcome when all parts agree, else one for each part that does not."""
    read = Address.from_text(text, country)
    wrong = [part for part in PARTS if not _agree(part, getattr(read, part), expected.get(part, ("",)), country)]
    for part in wrong:
        yield Outcome(file, row, part, getattr(read, part), expected.get(part, ("",))[0], text=text)
    if not wrong:
        yield Outcome(file, row, "", "", "", agrees=True)


def _agree(part: str, ours: str, theirs: Sequence[str], country: str) -> bool:
    return any(_same(part, ours, one.strip(" ,"), country) for one in theirs)


def _same(part: str, ours: str, theirs: str, country: str) -> bool:
    if part == "number" and is_house_name(ours):
        ours = ""  # the files count a house's name among the names of buildings
    if not ours or not theirs:
        return ours == theirs
    return _SAME[part](ours, theirs, country)


_SAME: dict[str, Callable[[str, str, str], bool]] = {
    "number": lambda a, b, _: number_key(a) == number_key(_digits(b)),
    "street": lambda a, b, code: read_street(a, code) == read_street(_box(b, code), code),
    "unit": lambda a, b, _: compare_unit(a, b).verdict.is_right,
    "city": lambda a, b, _: place_name(a) == place_name(b),
    "region": lambda a, b, code: region_code(a.replace(".", ""), code) == region_code(b.replace(".", ""), code),
    "postcode": lambda a, b, code: postcode_key(a, code) == postcode_key(b, code),
}


def _digits(number: str) -> str:
    value, ordinal = spelled_numbers().get(number.lower(), (0, True))
    return number if ordinal else str(value)


def _box(street: str, country: str) -> str:
    """`P.O.Box 12` in our spelling."""
    line = split_street_line(street, country)
    return line.street if line.street.startswith("PO Box") else street

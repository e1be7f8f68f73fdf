"""Case files about names, phones and single parts of addresses."""

import re
from collections.abc import Callable, Iterator

from citations.models import Listing, Location
from citations.nap import compare
from citations.nap.name import read_name, same_name
from citations.nap.phone import read_phones
from citations.postal import Address
from citations.postal.regions import is_region
from citations.postal.street import read_street
from citations.postal.street_line import split_street_line
from citations.postal.unit import is_unit
from citations.postal.vocabulary import country, directions, street_types
from tests.matching_quality.outcome import Outcome, numbered, parsed

_PLAIN = "100 Main St"
_SCOURGIFY = (  # test, its input, its result; what the test calls them is not uniform
    ("test_normalize_occupancies", ("hashtag_unit", "late_unit_add"), 1),
    ("test_normalize_occupancies", ("abbreviation", "full_name"), 2),
    ("test_normalize_occupancies", ("weird_unit",), 0),
)


def cleanco() -> Iterator[Outcome]:
    """Company names with and without their legal form: both are one name."""
    file = "cleanco_names.csv"
    for row, case in numbered(file):
        if not case["expected"].strip():
            yield Outcome(file, row, beside="nothing is left of the name")
            continue
        same = same_name(read_name(case["input"]), read_name(case["expected"]))
        yield Outcome(
            file, row, "name", " ".join(read_name(case["input"]).core), case["expected"], same, text=case["input"]
        )


def phones() -> Iterator[Outcome]:
    """Phones of All the Places, as E.164."""
    file = "atp_phone.csv"
    for row, case in numbered(file):
        ours = [number.e164 for number in read_phones(case["input"], case["country"])]
        theirs = [re.sub(r"[^\d+]", "", one) for one in case["expected"].split(";")]
        yield Outcome(
            file,
            row,
            "phone",
            " ".join(ours),
            " ".join(theirs),
            sorted(set(ours)) == sorted(set(theirs)),
            text=case["input"],
        )


def expansions() -> Iterator[Outcome]:
    """A street and one of its expansions by libpostal: both are one address."""
    file = "libpostal_expand.csv"
    for row, case in numbered(file):
        language = re.search(r'"(\w\w)"', case["options"])
        code = {"fr": "FR", "de": "DE", "nl": "NL", "th": "TH"}.get(language[1] if language else "en", "US")
        yield _one_address(file, row, case["input"], case["expected_among_expansions"], code)


def scourgify() -> Iterator[Outcome]:
    """The literals of scourgify's tests that are an address and its normal form."""
    file = "scourgify_literals_by_test.csv"
    for row, case in numbered(file):
        literals, pairs = parsed(case["literals_json"]), list(_SCOURGIFY)
        found = [
            (shown, literals["expected"][at])
            for test, names, at in pairs
            if test == case["test"]
            for name in names
            for shown in literals[name]
        ]
        if case["test"] == "test_normalize_addr_str":
            found = [(literals["addtl_processing"][0], literals["expected"][1])]
        if case["test"] == "test_clean_ambiguous_street_types":
            found = [(literals["problem_addr"][0], literals["expected"][0])]
        for shown, normal in found:
            yield _one_address(file, row, _line(shown), _line(normal))
        if not found:
            yield Outcome(file, row, beside="tests an inner step, not an address")


def _line(address: str | dict[str, str]) -> str:
    if isinstance(address, str):
        return address
    first = address.get("address1") or address.get("address_line_1", "")
    second = address.get("address2") or address.get("address_line_2", "")
    postcode = address.get("zip") or address.get("postal_code", "")
    return f"{first} {second}, {address['city']}, {address['state']} {postcode}"


def _one_address(file: str, row: int, shown: str, normal: str, code: str = "US") -> Outcome:
    result = compare(Location("1", "A", normal, country=code), Listing(address=shown)).address
    ours = f"{result.verdict}: {result.rule}"
    return Outcome(file, row, "address", ours, "same", result.verdict.is_right, text=shown)


def _is_number(text: str, code: str) -> bool:
    return bool(split_street_line(f"{text} Oak Street", code).number)


def _is_street_line(text: str, code: str) -> bool:
    line = split_street_line(text, code)
    return bool(
        line.street and (line.number or line.street.startswith("PO Box") or read_street(line.street, code).kind)
    )


def _is_address(text: str, code: str) -> bool:
    read = Address.from_text(text, code)
    return bool(read.street and (read.postcode or (read.city and read.number)))


_ASKED: dict[str, Callable[[str, str], bool]] = {
    "test_street_number": _is_number,
    "test_street_type": lambda text, code: text.lower().strip(" .") in street_types(country(code).languages),
    "test_post_direction": lambda text, code: text.lower().strip(" .") in directions(country(code).languages),
    "test_floor": lambda text, _: is_unit(text),
    "test_building": lambda text, _: is_unit(text),
    "test_occupancy": lambda text, _: is_unit(text),
    "test_po_box": lambda text, code: split_street_line(text, code).street.startswith("PO Box"),
    "test_postal_code": lambda text, code: bool(re.fullmatch(country(code).postcode, text, re.IGNORECASE)),
    "test_region1": is_region,
    "test_full_street": _is_street_line,
    "test_full_address": _is_address,
}


def pyap() -> Iterator[Outcome]:
    """What pyap takes for a part of an address, or for a whole one, in the United States, Canada and Britain."""
    for code in ("US", "CA", "GB"):
        file = f"pyap_{code.lower()}.csv"
        for row, case in numbered(file):
            what = re.sub(r"_(?:positive|negative)$", "", case["what"])
            if beside := _beside(what, case["expected_is_address_or_value"]):
                yield Outcome(file, row, beside=beside)
                continue
            ours = _ASKED[what](case["input"].strip(), code)
            yield Outcome(
                file, row, what.removeprefix("test_"), "yes" if ours else "no", "yes", ours, text=case["input"]
            )


def _beside(what: str, expected: str) -> str:
    if what not in _ASKED:
        return "a word of a number or a country alone"
    return "" if expected == "true" else "finding in running text: what is no address there"

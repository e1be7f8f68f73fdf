"""Case files that name the parts of addresses."""

from collections.abc import Iterator, Mapping

from tests.matching_quality.outcome import Outcome, files, numbered, parsed
from tests.matching_quality.parts import Expected, outcomes

_NUMBER = ("AddressNumberPrefix", "AddressNumber", "AddressNumberSuffix")
_STREET = (
    "StreetNamePreModifier",
    "StreetNamePreDirectional",
    "StreetNamePreType",
    "StreetName",
    "StreetNamePostType",
    "StreetNamePostModifier",
    "StreetNamePostDirectional",
    "suffix",
    "CornerOf",
    "IntersectionSeparator",
    "USPSBoxGroupType",
    "USPSBoxGroupID",
    "USPSBoxType",
    "USPSBoxID",
)
_UNIT = ("OccupancyType", "OccupancyIdentifier", "SubaddressType", "SubaddressIdentifier")
_USADDRESS = {
    **dict.fromkeys(_NUMBER, "number"),
    **dict.fromkeys(_STREET, "street"),
    **dict.fromkeys(_UNIT, "unit"),
    "PlaceName": "city",
    "StateName": "region",
    "ZipCode": "postcode",
    "ZipPlus4": "postcode",
}
_LIBPOSTAL = {
    "house_number": "number",
    "road": "street",
    "po_box": "street",
    "unit": "unit",
    "level": "unit",
    "state": "region",
    "state_district": "region",
    "postcode": "postcode",
}
_REGIONS = ("state", "state_code", "state_district", "county", "region")
_PLACES = ("city", "town", "village", "hamlet", "city_district", "suburb", "municipality", "locality", "county")


def usaddress() -> Iterator[Outcome]:
    """The labelled addresses of usaddress: words with the part that each belongs to."""
    for file in files("usaddress_*.csv"):
        for row, case in numbered(file):
            labelled: dict[str, list[str]] = {}
            for label, word in parsed(case["tokens_json"]):
                labelled.setdefault(_USADDRESS.get(label, label), []).append(word)
            expected = {part: (" ".join(words),) for part, words in labelled.items()}
            yield from outcomes(file, row, case["address"], "US", expected)


def parse_address() -> Iterator[Outcome]:
    """The tests of parse-address: number, prefix, street, type, suffix, unit, city, state and ZIP code."""
    file = "parse_address_us.csv"
    for row, case in numbered(file):
        yield from outcomes(file, row, case["address"], "US", _as_parts(parsed(case["expected_json"]) or {}))


def _as_parts(found: Mapping[str, str]) -> Expected:
    def joined(*names: str) -> tuple[str]:
        return (" ".join(filter(None, (found.get(name, "") for name in names))),)

    street, unit = joined("prefix", "street", "type", "suffix"), joined("sec_unit_type", "sec_unit_num")
    if "street1" in found:
        street = (f"{joined('prefix1', 'street1', 'type1')[0]} & {joined('prefix2', 'street2', 'type2')[0]}",)
    if "box" in unit[0].lower():
        street, unit = unit, ("",)
    return {
        "number": joined("number"),
        "street": street,
        "unit": unit,
        "city": joined("city"),
        "region": joined("state"),
        "postcode": joined("zip", "plus4"),
    }


def libpostal() -> Iterator[Outcome]:
    """The parser tests of libpostal, for the countries that have a reader of their own here."""
    file = "libpostal_parser.csv"
    for row, case in numbered(file):
        country = case["suite"].split("_")[1].upper()
        components = parsed(case["expected_components_json"])
        if beside := _no_question(country, {name for name, _ in components}):
            yield Outcome(file, row, beside=beside)
            continue
        expected: dict[str, tuple[str, ...]] = {}
        for name, value in components:
            part = "city" if name in _PLACES else _LIBPOSTAL.get(name, name)
            kept = expected.get(part, ())
            expected[part] = (" ".join((*kept, value)),) if part in ("number", "street", "unit") else (*kept, value)
        if country == "GB":
            expected["region"] = ("", *expected.get("region", ()))
        yield from outcomes(file, row, case["address"], country, expected)


def _no_question(country: str, names: set[str]) -> str:
    if country not in ("US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR"):
        return "a country without a reader of its own"
    return "a search, not an address" if names & {"category", "near"} else ""


def address_formatting() -> Iterator[Outcome]:
    """The postal blocks of address-formatting, read back into the components that they were made of."""
    file = "address_formatting.csv"
    for row, case in numbered(file):
        components = {name: str(value) for name, value in parsed(case["components_json"]).items()}
        if not ({"road", "street"} & components.keys() and {"house_number", "housenumber"} & components.keys()):
            yield Outcome(file, row, beside="no street with a number")
            continue
        block = case["expected_postal_block"]
        shown = {name: value for name, value in components.items() if value.lower() in block.lower()}
        places = (*(value for name, value in shown.items() if name in _REGIONS), "")
        expected = {
            "number": (shown.get("house_number") or shown.get("housenumber", ""),),
            "street": (shown.get("road") or shown.get("street", ""),),
            "city": (*(shown[name] for name in _PLACES if name in shown), *places),
            "region": (*places, *_states(components)),
            "postcode": (shown.get("postcode", ""),),
        }
        yield from outcomes(file, row, block, case["country"].upper(), expected)


def _states(components: Mapping[str, str]) -> Iterator[str]:
    """The block may show the code of a state that the components name in full, and the other way round."""
    return (value for name, value in components.items() if name in ("state", "state_code"))

"""An address with all parts that its texts show: number and unit are read out of a street line."""

from dataclasses import replace
from functools import lru_cache

from citations.nap.house_number import is_house_name, number_key
from citations.postal import Address
from citations.postal.cleaning import clean, without_asides
from citations.postal.plain_form import read_plain_line
from citations.postal.reading import read_address
from citations.postal.street_line import StreetLine, split_street_line
from citations.postal.vocabulary import AMERICAN


def complete(address: Address | str | None, country: str) -> Address:
    """An address with all parts that its texts show: the number and unit are read out of a street line."""
    if isinstance(address, Address):
        return _whole(address, country)
    return read_address(address, country) if address is not None else Address(country=country)


@lru_cache(16384)
def _whole(address: Address, country: str) -> Address:
    if not (address.street or address.city or address.postcode) and address.raw:
        return replace(Address.from_text(address.raw, country), raw=address.raw)
    if "," in address.street and not (address.city or address.postcode):
        return replace(Address.from_text(address.street, country), raw=address.raw)
    if not address.street:
        return address
    return _with_line(address, country)


def _with_line(address: Address, country: str) -> Address:
    number, street, unit = _read_line(f"{address.number} {address.street}".strip(), country)
    if address.number and number_key(number) != number_key(address.number):
        return address
    number, street, unit = address.number or number, street or address.street, address.unit or unit
    return Address(street, number, unit, address.city, address.region, address.postcode, address.country, address.raw)


@lru_cache(16384)
def _read_line(line: str, country: str) -> StreetLine:
    """The parts of a street line, whatever else somebody wrote into it."""
    if country in AMERICAN and (plain := read_plain_line(line)):
        return plain
    if "," in line or "\n" in line or country == "JP":
        whole = Address.from_text(line, country)
        if is_house_name(whole.number):
            return StreetLine(whole.number, whole.street, whole.unit)
        line = f"{whole.number} {whole.street} {whole.unit}".strip()
    return split_street_line(without_asides(clean(line, country)), country)

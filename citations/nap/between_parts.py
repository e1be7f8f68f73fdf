"""What stands on the border of two parts of an address, put where the other side has it."""

import re
from dataclasses import replace

from citations.nap.house_number import in_range, is_house_name, number_key
from citations.postal import Address
from citations.postal.folding import fold
from citations.postal.street import place_name, read_street


def letter_as_unit(theirs: Address, ours: Address, country: str = "US") -> tuple[Address, Address]:
    """What stands on the border of number, street and unit, put where the other side has it.

    `3005 B Oak Rd` is number 3005B where the other side has Oak Rd, `77 105 Oak Ave` number 77-105; `123B Main St`
    against `123 Main St Unit B` has the letter as its unit.
    """
    theirs, ours = _number_from_street(theirs, ours, country), _number_from_street(ours, theirs, country)
    if theirs.unit and not ours.unit:
        return theirs, _moved(ours, theirs)
    if ours.unit and not theirs.unit:
        return _moved(theirs, ours), ours
    return theirs, ours


_NUMBER_IN_STREET = re.compile(r"(?P<more>(?![NSEW])[A-Z]|\d{1,4})\s+(?P<street>\D.*)", re.IGNORECASE)


def _number_from_street(address: Address, other: Address, country: str) -> Address:
    found = _NUMBER_IN_STREET.fullmatch(address.street)
    if not found or not address.number or not other.street:
        return address
    number = f"{address.number} {found['more']}"
    key, theirs = number_key(number), number_key(other.number)
    if found["more"].isdigit() and key != theirs and not in_range(theirs, key):
        return address
    streets = [read_street(text, country) for text in (address.street, found["street"], other.street)]
    return (
        replace(address, number=number, street=found["street"]) if streets[0] != streets[2] == streets[1] else address
    )


def numbers_differ(theirs: Address, ours: Address) -> bool:
    """True for two plain house numbers with nothing of a number in either street: no part that moves makes them one.

    A quick answer for the many pairs that it holds for; False says nothing.
    """
    both = theirs.number + ours.number
    if theirs.number == ours.number or not (both.isascii() and theirs.number.isdigit() and ours.number.isdigit()):
        return False
    return not any(_NUMBER_IN_STREET.fullmatch(side.street) for side in (theirs, ours))


def _moved(glued: Address, plain: Address) -> Address:
    number = number_key(glued.number)
    if number[:-1] == number_key(plain.number) and number[-1:].isalpha() and plain.unit.lower().endswith(number[-1:]):
        return replace(glued, number=plain.number, unit=f"Unit {number[-1:].upper()}")
    return glued


def town_alone(theirs: Address, ours: Address) -> Address:
    """A text that is only the name of our town is no street."""
    if theirs.number or theirs.city or not ours.city or place_name(theirs.street) != place_name(ours.city):
        return theirs
    return replace(theirs, street="", city=theirs.street)


def named_house(theirs: Address, ours: Address, country: str) -> tuple[Address, Address]:
    """A house that goes by its name, put where the other side has it.

    `Rose House High Street` is Rose House on High Street; `Long Retail Park` in front of a road is no house where the
    other side knows the park as the street.
    """
    return _as_named_by(theirs, ours, country), _as_named_by(ours, theirs, country)


def _as_named_by(address: Address, other: Address, country: str) -> Address:
    house = other.number
    if not address.number and is_house_name(house) and fold(address.street).startswith(f"{fold(house)} "):
        return replace(address, number=address.street[: len(house)], street=address.street[len(house) :].strip(" ,-"))
    is_street = is_house_name(address.number) and not other.number
    if is_street and read_street(address.number, country) == read_street(other.street, country):
        return replace(address, number="")
    return address

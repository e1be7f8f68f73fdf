"""Businesses that visit their customers: a listing may show the town or the area, but no door."""

from collections.abc import Sequence
from dataclasses import replace

from citations.models import FieldResult, Finding, Location
from citations.nap.whole_address import complete
from citations.postal import Address
from citations.postal.street import read_street
from citations.words import FindingKind, Verdict

_PRIVATE = "But it should not be shown: you visit your customers."
_UNSURE = (Verdict.INCOMPLETE, Verdict.UNREADABLE)


def nothing_shown(canonical: str) -> FieldResult:
    """The verdict where the address stays private, as it should."""
    reason = "No address is shown, as it should be for a business that visits its customers."
    return FieldResult(Verdict.ACCEPTED, "", canonical, "address.hidden", reason)


def area_alone(result: FieldResult, theirs: Address, country: str) -> FieldResult:
    """The verdict on what a listing shows of a hidden address: an area without a door is as it should be.

    What it leaves out, such as the postcode, belongs to the door. A door that is right is said to be no business of
    the listing's, as the finding says.
    """
    if shows_door(theirs, country):
        return replace(result, reason=f"{result.reason} {_PRIVATE}") if result.verdict.is_right else result
    if result.verdict not in _UNSURE:
        return result
    reason = "Only the area is shown, as it should be for a business that visits its customers."
    return replace(result, verdict=Verdict.ACCEPTED, rule="address.hidden", reason=reason)


def shows_door(address: Address, country: str) -> bool:
    """True for a house number, a box or a street; "Greater Austin area" and "Austin and Round Rock" are none."""
    nothing_read = not (address.city or address.region or address.postcode)
    street = address.street or (address.raw if nothing_read else "")
    return bool(address.number or any(c.isdigit() for c in street) or (street and read_street(street, country).kind))


def address_findings(location: Location, address: Address | str | None) -> Sequence[Finding]:
    """A business that visits its customers must not show its door."""
    if not location.hides_address:
        return ()
    theirs = complete(address, location.country)
    if not shows_door(theirs, location.country):
        return ()
    reason = f"The listing shows {door(theirs)}, an address that you do not want to show."
    return (Finding(FindingKind.ADDRESS_MUST_NOT_SHOW, reason),)


def door(address: Address) -> str:
    """Number, street and unit of an address, else all of it."""
    return " ".join(part for part in (address.number, address.street, address.unit) if part) or str(address)

"""Whether two statements about one business contradict each other: its number, its address, its hours.

Nothing is a contradiction that a customer can live with: the same value in another writing, a fax line, a tracking or
toll-free number, another branch, a suite that only one side names, days that only one side mentions.
"""

from dataclasses import dataclass

import phonenumbers

from citations.models import Address, Listing, Location
from citations.nap.address import compare_parts
from citations.nap.batch import Batch
from citations.nap.hours import read_hours
from citations.nap.hours_verdict import DAYS, spans_shown
from citations.nap.phone import listed_numbers, read_phones, shown
from citations.nap.whole_address import complete
from citations.words import PhoneRole, Verdict

_MOST_NUMBERS = 3  # a page with more lists departments or people


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One field with two values; `first` and `second` as people write them."""

    field: str
    first: str
    second: str


def contradictions(location: Location, first: Listing, second: Listing, batch: Batch) -> tuple[Contradiction, ...]:
    """What `first` and `second` say differently of `location`."""
    found = (
        _phones(location, first, second, batch),
        _addresses(location, first, second, batch),
        _hours(first, second),
    )
    return tuple(one for one in found if one)


def _phones(location: Location, first: Listing, second: Listing, batch: Batch) -> Contradiction | None:
    ours, theirs = _numbers(location, first, batch), _numbers(location, second, batch)
    if not ours or not theirs or ours & theirs or max(len(ours), len(theirs)) > _MOST_NUMBERS:
        return None
    return Contradiction("phone", *(" / ".join(map(shown, sorted(numbers))) for numbers in (ours, theirs)))


def _numbers(location: Location, listing: Listing, batch: Batch) -> frozenset[str]:
    """The E.164 numbers that a statement gives for calls to this location."""
    beside = {
        number.e164
        for phone in location.phones
        if phone.role is not PhoneRole.RETIRED
        for number in read_phones(phone.number, location.country)
    }
    found = {number.e164 for number in listed_numbers(listing, location.country)} - beside
    return frozenset(n for n in found if n and not _is_toll_free(n) and not batch.with_phone(location, [n]))


def _is_toll_free(e164: str) -> bool:
    number = phonenumbers.parse(e164, None)
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.TOLL_FREE


def _addresses(location: Location, first: Listing, second: Listing, batch: Batch) -> Contradiction | None:
    ours, theirs = complete(first.address, location.country), complete(second.address, location.country)
    if not _is_whole(ours) or not _is_whole(theirs) or _is_of_a_sibling(location, (first, second), batch):
        return None
    result = compare_parts(theirs, ours, location.country)
    wrong = {name for name, part in result.parts.items() if part.verdict is Verdict.DIFFERENT}
    is_elsewhere = "city" in wrong or "region" in wrong
    if result.verdict is not Verdict.DIFFERENT or is_elsewhere or not wrong & {"number", "street", "unit", "postcode"}:
        return None
    return Contradiction("address", str(first.address), str(second.address))


def _is_whole(address: Address) -> bool:
    return bool(address.street and address.number and (address.city or address.postcode))


def _is_of_a_sibling(location: Location, listings: tuple[Listing, ...], batch: Batch) -> bool:
    return any(batch.at_address(location, listing.address) for listing in listings)


def _hours(first: Listing, second: Listing) -> Contradiction | None:
    """Days that both mention as open, with other hours."""
    ours, theirs = read_hours(first.hours), read_hours(second.hours)
    if not ours or not theirs:
        return None
    wrong = [day for day in range(7) if ours[day] and theirs[day] and ours[day] != theirs[day]]
    if not wrong:
        return None
    day = wrong[0]
    return Contradiction(f"hours of {DAYS[day]}", spans_shown(ours[day]), spans_shown(theirs[day]))

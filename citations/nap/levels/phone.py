"""Whether a listed number reaches the record's location, as a named level."""

import phonenumbers
from rapidfuzz.distance import DamerauLevenshtein

from citations.models import Listing, Location
from citations.nap.batch import Batch, own_numbers
from citations.nap.phone import Number, listed_numbers, read_phones


def phone_level(location: Location, listing: Listing, batch: Batch | None = None) -> str:
    """Whether a listed number reaches the record's location, and how many share it."""
    numbers = listed_numbers(listing, location.country)
    listed = {number.e164 for number in numbers if number.e164}
    own = own_numbers(location)
    if not own or not numbers:
        return "blank"
    if common := listed & own:
        return "shared" if batch and min(batch.phone_shared_by(number, location) for number in common) > 1 else "same"
    texts = [phone.number for phone in location.phones] + [old.value for old in location.former if old.field == "phone"]
    known = {number.e164 for text in texts for number in read_phones(text, location.country)}
    if listed & known:
        return "known"
    if any(_is_miswritten(number, own, location.country) for number in numbers):
        return "miswritten"
    if not listed:
        return "blank"
    return "same_area" if {number[:-4] for number in listed} & {number[:-4] for number in own} else "other"


def _is_miswritten(number: Number, own: frozenset[str], country: str) -> bool:
    """True for a slip of the fingers, or when only what stands in front of the last seven digits differs.

    So it is with an old or a wrong area code, or the country's in its place: 04930 1234567 for +49 30 1234567.

    One wrong digit is no slip: neighbours and the lines of one house differ by one.
    """
    if any(number.digits[-7:] == ours[-7:] for ours in own if len(number.digits) > 7):
        return True
    code = str(phonenumbers.country_code_for_region(country))
    bare = number.digits.lstrip("0")
    meant = {f"+{bare}", f"+{code}0{bare.removeprefix(code)}"} if bare.startswith(code) else set()
    return bool(meant & own) or any(_is_slip(number.e164, ours) for ours in own)


def _is_slip(a: str, b: str) -> bool:
    """One digit too many or too few, or two that changed places."""
    return (
        bool(a) and a != b and DamerauLevenshtein.distance(a, b) == 1 and (len(a) != len(b) or sorted(a) == sorted(b))
    )

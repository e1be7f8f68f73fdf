"""Does a page show another business than it did? A person's word on it was about what it showed then."""

from citations.models import Listing, Location
from citations.nap.levels import AGREES, levels

_SAYS_NOTHING = frozenset({"blank", "unknown_place", "same_street", "same_city", "same_postcode"})


def is_another_business(then: Listing, now: Listing, country: str) -> bool:
    """True when the name and, of phone and address, whatever both listings show have all changed.

    One of the two has to be shown by both: a name alone is rewritten every day.
    """
    seen = Location("then", then.name, then.address or "", next(iter(then.phones), ""), country=country)
    found = levels(seen, now)
    compared = [field for field in ("name", "phone", "address") if found[field] not in _SAYS_NOTHING]
    changed = [field for field in compared if found[field] not in AGREES[field]]
    return "name" in changed and changed == compared and len(changed) > 1

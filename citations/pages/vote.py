"""Where the readers of a page do not agree on its subject's phone or place: the one that stands alone gives way.

Each reader has one voice, whatever it finds; the first of them is believed unless two others speak against it with one
voice and none for it. So stale JSON-LD does not outweigh the markup and the text that visitors see.
"""

from collections.abc import Callable, Sequence

from citations.models import Listing
from citations.pages.draft import overlaid
from citations.pages.phones import same_digits
from citations.pages.places import same_place
from citations.postal import Address

_ENOUGH = 2  # readers of one voice against one that stands alone


def elected(found: Sequence[Listing]) -> Listing:
    """The listings that the readers found, most believed first, laid over each other after the vote."""
    phone = _winner([one for one in found if one.phones], "phone", _share_a_number)
    place = _winner([one for one in found if isinstance(one.address, Address) and one.address.street], "address", _meet)
    return overlaid(
        [
            *([Listing(phones=phone.phones, sources=_source(phone, "phone"))] if phone else []),
            *([Listing(address=place.address, sources=_source(place, "address"))] if place else []),
            *found,
        ]
    )


def _winner(found: Sequence[Listing], field: str, agree: Callable[[Listing, Listing], bool]) -> Listing | None:
    """The first listing whose value enough readers give against that of the very first; None where that stands."""
    voices: dict[str, Listing] = {}
    for one in found:
        voices.setdefault(one.sources[field][1], one)
    by_trust = list(voices.values())
    others = by_trust[1:]
    if any(agree(by_trust[0], other) for other in others):
        return None
    return next((one for one in others if sum(agree(one, other) for other in others) >= _ENOUGH), None)


def _share_a_number(one: Listing, other: Listing) -> bool:
    return any(same_digits(first, second) for first in one.phones for second in other.phones)


def _meet(one: Listing, other: Listing) -> bool:
    return bool(one.address and other.address and same_place(one.address, other.address))


def _source(listing: Listing, field: str) -> dict[str, tuple[str, str]]:
    return {field: listing.sources[field]}

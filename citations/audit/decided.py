"""What people decided about listings: it wins over the engine, until the listing has become another business."""

from collections.abc import Mapping

from citations.models import Identity, Listing
from citations.nap.other_business import is_another_business
from citations.same_page import is_among
from citations.store import Decided
from citations.words import Decision


def as_decided(
    listing: Listing, identity: Identity, decided: Decided, taken: Mapping[str, str], country: str
) -> Identity:
    """The identity, unless a person has said whether the listing is this location, or it is a sister's (`taken`)."""
    url = listing.url
    for urls, decision, says in (
        (decided.ours, Decision.SAME, "a person said that it is"),
        (decided.not_ours, Decision.DIFFERENT, "a person said that it is not"),
    ):
        if is_among(url, urls):
            if changed := changed_since(listing, decided, country):
                return _asked_again(identity, decision, f"{says}, {changed}")
            return Identity(decision, identity.bits, (*identity.evidence, (says, 0.0)))
    if sister := next((name for other, name in taken.items() if is_among(url, [other])), ""):
        says = f"it is the listing of {sister}"
        return Identity(Decision.DIFFERENT, identity.bits, (*identity.evidence, (says, 0.0)))
    return identity


def changed_since(listing: Listing, decided: Decided, country: str) -> str:
    """What a person saw at the listing's address, when it is another business now; blank when it is not."""
    for url, (then, at) in decided.shown.items():
        if is_among(listing.url, [url]) and is_another_business(then, listing, country):
            return f"on {at.day} {at:%B %Y}, when it showed {then.name}; now it shows {listing.name}"
    return ""


def _asked_again(identity: Identity, said: Decision, why: str) -> Identity:
    """The engine's own identity where the page has changed since a person's word, but never against that word for sure.

    What was ours and is another business now is not ours; what was not ours and is us by every sign is to be looked at.
    """
    decision = identity.decision
    if said is Decision.SAME and decision is not Decision.SAME:
        decision = Decision.DIFFERENT
    if said is Decision.DIFFERENT and decision is Decision.SAME:
        decision = Decision.REVIEW
    return Identity(decision, identity.bits, (*identity.evidence, (why, 0.0)))

"""What is known of the listings that may be a location's, for the person who has to say whether they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from citations.audit.assist.desk import Desk
from citations.audit.assist.queue import Key
from citations.models import Identity, Listing
from citations.nap import identify
from citations.nap.batch import label
from citations.words import Status


@dataclass(frozen=True, slots=True)
class Doubt:
    """A listing that may be the location, with the evidence; `sister` is for whom it is held now, blank for nobody."""

    listing: Listing
    identity: Identity
    sister: str = ""


def doubts(desk: Desk, key: Key) -> Iterator[Doubt]:
    """The candidates of an ambiguous check, in its order; none of any other check."""
    check, location = desk.check(key), desk.locations[key[0]]
    for candidate in check.candidates if check.status is Status.AMBIGUOUS else ():
        holder = desk.shared.holder(location, key[1], candidate.url) if candidate.url else None
        sister = label(holder, location) if holder else ""
        yield Doubt(candidate, identify(location, candidate, desk.batch), sister)

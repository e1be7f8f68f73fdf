"""Candidates: listings that may be the location, the surest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from citations.audit.look import Look
from citations.models import Identity, Listing, Location
from citations.same_page import page_key
from citations.words import Decision


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listing, the page it was read on, and whether it is this location."""

    listing: Listing
    look: Look
    identity: Identity

    @property
    def is_sure(self) -> bool:
        """True when it is this location."""
        return self.identity.decision is Decision.SAME

    @property
    def is_possible(self) -> bool:
        """True unless it is clearly another business."""
        return self.identity.decision is not Decision.DIFFERENT

    @property
    def says_little(self) -> bool:
        """True for a card that lacks an address or a phone: its own page may tell otherwise."""
        return not self.listing.address or not self.listing.phones


def distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates by falling certainty, each listing once: other writings of an address are no second listing."""
    best: dict[object, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: c.identity.bits, reverse=True):
        best.setdefault(page_key(candidate.listing.url), candidate)
    return list(best.values())


def ranked(location: Location, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates by falling certainty; among equals the name most like the location's first."""
    return sorted(candidates, key=lambda c: (c.identity.bits, name_likeness(location, c.listing)), reverse=True)


def name_likeness(location: Location, listing: Listing) -> float:
    """How alike the names are, 0 to 100: it ranks candidates and never decides."""
    former = (f.value for f in location.former if f.field == "name")
    names = (location.name, *location.aliases, *former)
    return max(fuzz.token_set_ratio(name.casefold(), listing.name.casefold()) for name in names)

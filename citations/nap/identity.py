"""Is this listing this location? Named levels of agreement, each with a weight in bits, added up, then decided."""

from dataclasses import replace

from citations.models import Identity, Listing, Location
from citations.nap.batch import Batch, label
from citations.nap.bounded import bounded
from citations.nap.closed_sign import without_sign
from citations.nap.decision import decide
from citations.nap.levels import levels
from citations.nap.weights import weigh
from citations.words import Decision


def identify(location: Location, listing: Listing, batch: Batch | None = None) -> Identity:
    """Whether `listing` is `location`: same, review or different, with the evidence in bits.

    `batch` makes shared numbers and sites weigh less, and a listing that fits a sibling better different.
    """
    listing = _without_sign(bounded(listing), location)
    found = levels(location, listing, batch)
    bits, evidence = weigh(found)
    if batch is not None and (rival := _better_sibling(location, listing, batch, found, bits)):
        decision, why = rival
        return Identity(decision, round(bits + why[1], 2), (*evidence, why))
    return Identity(decide(location, listing, found, bits), bits, evidence)


def _without_sign(listing: Listing, location: Location) -> Listing:
    """The listing by the name that it bears when it does not say that the business has closed or moved."""
    name = without_sign(listing.name, location.name).name
    return listing if name == listing.name else replace(listing, name=name)


def _better_sibling(
    location: Location, listing: Listing, batch: Batch, found: dict[str, str], bits: float
) -> tuple[Decision, tuple[str, float]] | None:
    """What a sibling that the listing fits better makes of it, with that sibling and by how many bits.

    A listing that has as much of ours as of the sibling's, and only stands at its door, wants a person's eye.
    """
    ours = _ownership(found)
    for other in batch.rivals(location, listing):
        levels_there = levels(other, listing, batch)
        theirs = _ownership(levels_there)
        if theirs > ours:
            decision = Decision.REVIEW if theirs[:2] == ours[:2] else Decision.DIFFERENT
            why = f"fits {label(other, location)} better"
            return decision, (why, round(min(bits - weigh(levels_there)[0], -1.0), 2))
    return None


def _ownership(found: dict[str, str]) -> tuple[int, bool, bool, bool]:
    """What tells branches apart: how many of door, number and page agree, then name, then door, then number."""
    door = found["address"] == "same"
    number = found["phone"] in ("same", "known")
    page = found["website"] in ("same_page", "same_home")
    return door + number + page, found["name"] in ("same", "alias"), door, number

"""Is this listing this location? Named levels of agreement, each with a weight in bits, added up.

The model is Fellegi and Sunter's ("A Theory for Record Linkage", 1969). The weights stand in
`tables/weights.csv`. Bits alone never say `same`: two kinds of evidence must agree.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from citations.models import Identity, Listing, Location
from citations.nap.batch import Batch, label
from citations.nap.bounded import bounded
from citations.nap.levels import AGREES, NEARLY, levels, other_region
from citations.nap.name import category_words, read_name, same_name
from citations.nap.name_extra import added_head, added_tail, is_person
from citations.nap.whole_address import complete
from citations.postal.table import rows
from citations.words import Decision, Kind


class Thresholds(NamedTuple):
    """The bits from which a pair may be `same`, and from which it is worth a person's look."""

    same: float
    review: float


_WEIGHS_AS = {
    ("name", "alias"): "same",
    ("phone", "known"): "same",
    ("address", "former"): "same",
}


# Another street, another number and another site: a name is all that is left, and names are shared.
_ELSEWHERE = {
    "phone": frozenset({"same_area", "other"}),
    "address": frozenset({"other_place", "other_street", "other_street_same_postcode"}),
    "website": frozenset({"other"}),
}

_OTHER_NAME = ("conflict", "word", "half")
_OTHER_BUSINESS = ("department", "other_department", "other_number", "other_tail", "other_place")


@cache
def weights() -> dict[tuple[str, str], float]:
    """(field, level) -> bits."""
    file = Path(__file__).parent / "tables" / "weights.csv"
    return {(row["field"], row["level"]): float(row["bits"]) for row in rows(file)}


@cache
def learnt_thresholds() -> Thresholds:
    """The thresholds that stand in the table."""
    return Thresholds(weights()["decision", "same_from"], weights()["decision", "review_from"])


def identify(location: Location, listing: Listing, batch: Batch | None = None) -> Identity:
    """Whether `listing` is `location`: same, review or different, with the evidence in bits.

    `batch` makes shared numbers and sites weigh less, and a listing that fits a sibling better different.
    """
    listing = bounded(listing)
    found = levels(location, listing, batch)
    bits, evidence = weigh(found)
    if batch is not None and (rival := _better_sibling(location, listing, batch, found, bits)):
        decision, why = rival
        return Identity(decision, round(bits + why[1], 2), (*evidence, why))
    return Identity(decide(location, listing, found, bits), bits, evidence)


def weigh(found: dict[str, str]) -> tuple[float, tuple[tuple[str, float], ...]]:
    """The bits of these levels, with what each adds."""
    return _weighed(tuple(found.items()))


@lru_cache(16384)
def _weighed(levels_found: tuple[tuple[str, str], ...]) -> tuple[float, tuple[tuple[str, float], ...]]:
    """Remembered whole: of all that nine fields could show together, real pairs show a few thousand things."""
    table, found = weights(), dict(levels_found)
    found = {field: _WEIGHS_AS.get((field, level), level) for field, level in found.items()}
    evidence = [("before looking", table["prior", "any"])]
    evidence += [
        (f"{field}: {level.replace('_', ' ')}", table.get((field, level), 0.0)) for field, level in found.items()
    ]
    evidence += _combined(found)
    shown = tuple((name, bits) for name, bits in evidence if bits)
    return round(sum(bits for _, bits in shown), 2), shown


@cache
def _weighed_together() -> tuple[tuple[str, str], ...]:
    """The pairs of fields for which the table has corrections."""
    pairs = {field for field, _ in weights() if "+" in field}
    return tuple((a, b) for a, _, b in (pair.partition("+") for pair in sorted(pairs)))


def _combined(found: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Levels that say more, or less, together than apart."""
    for a, b in _weighed_together():
        level = f"{found[a]}+{found[b]}"
        if bits := weights().get((f"{a}+{b}", level)):
            yield f"{a} and {b}: {level.replace('_', ' ')}", bits


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


def decide(
    location: Location, listing: Listing, found: dict[str, str], bits: float, limits: Thresholds | None = None
) -> Decision:
    """The decision on these levels and bits; `limits` are the learnt ones unless others are tried."""
    limits = limits or learnt_thresholds()
    if _is_elsewhere(found) or _is_far(location, listing, found) or _is_neighbour(found):
        return Decision.DIFFERENT
    if _is_other_entity(location, listing, found) or _is_competitor(location, listing, found):
        return Decision.DIFFERENT
    kinds = _kinds(found)
    may_be_other = bears_another_name(found) or _names_one_of_our_people(location, listing)
    if bits >= limits.same and kinds >= 2 and not may_be_other:
        return Decision.SAME
    worth_a_look = bits >= limits.review and any(found[field] in agreeing for field, agreeing in AGREES.items())
    return Decision.REVIEW if worth_a_look or found["phone"] in AGREES["phone"] else Decision.DIFFERENT


def _kinds(found: dict[str, str]) -> int:
    """How many of name, phone, address and website agree, or agree as far as they go."""
    return sum(found[field] in agreeing | NEARLY.get(field, frozenset()) for field, agreeing in AGREES.items())


def bears_another_name(found: dict[str, str]) -> bool:
    """A part of ours with a listing of its own, or another name at our door that does not link to our page."""
    if found["name"] in _OTHER_NAME:
        return found["website"] not in ("same_page", "same_home")
    return found["name"] in _OTHER_BUSINESS


def _is_neighbour(found: dict[str, str]) -> bool:
    """Another name behind another door of our building."""
    return (
        found["name"] in _OTHER_NAME and found["address"] == "same_building" and found["phone"] not in AGREES["phone"]
    )


def _is_elsewhere(found: dict[str, str]) -> bool:
    return all(found[field] in away for field, away in _ELSEWHERE.items())


def _is_competitor(location: Location, listing: Listing, found: dict[str, str]) -> bool:
    """It goes by the name of a competitor that the record names, and shows nothing of ours but a name like it."""
    likes = (field for field in ("phone", "address", "website") if found[field] in AGREES[field])
    if found["name"] in ("same", "alias") or any(likes):
        return False
    theirs = read_name(listing.name)
    return any(same_name(read_name(name), theirs) for name in location.competitors)


def _is_far(location: Location, listing: Listing, found: dict[str, str]) -> bool:
    """Another number in another region or postcode area, and no site of ours: a name is all that is left."""
    if found["phone"] != "other" or found["website"] not in ("blank", "other") or found["address"] in AGREES["address"]:
        return False
    here, there = complete(location.address, location.country), complete(listing.address, location.country)
    if other_region(there, here, location.country):
        return True
    return found["address"] == "other_place" and bool(here.postcode and there.postcode)


def _names_one_of_our_people(location: Location, listing: Listing) -> bool:
    """A practice's name with a practitioner beside it: a listing of theirs, or the practice's own by another custom."""
    if location.kind is Kind.PRACTITIONER or is_person(location.name):
        return False
    return is_person(added_tail(listing.name, location.name) or added_head(listing.name, location.name))


def _is_other_entity(location: Location, listing: Listing, found: dict[str, str]) -> bool:
    """A practitioner at a practice, or a practice where a practitioner was sought."""
    if found["name"] in ("same", "alias"):
        return False
    theirs = read_name(listing.name)
    if location.kind is Kind.PRACTITIONER:
        return found["name"] in ("conflict", "word") and not theirs.person
    return theirs.person and found["name"] in ("conflict", "word") and not set(theirs.core) & category_words("category")

"""Same, review or different: what the bits of a pair come to under the rules of caution.

Bits alone never say `same`: two kinds of evidence must agree, and the listing must not look like a part, a person, a
branch or a neighbour of ours. Each rule is a question with a name.
"""

from citations.models import Listing, Location
from citations.nap.levels import AGREES, NEARLY, other_region
from citations.nap.name import category_words, read_name, same_name
from citations.nap.name_extra import added_head, added_tail, is_person
from citations.nap.weights import Thresholds, learnt_thresholds
from citations.nap.whole_address import complete
from citations.words import Decision, Kind

# Another street, another number and another site: a name is all that is left, and names are shared.
_ELSEWHERE = {
    "phone": frozenset({"same_area", "other"}),
    "address": frozenset({"other_place", "other_street", "other_street_same_postcode"}),
    "website": frozenset({"other"}),
}

_OTHER_DOOR = frozenset({"other_street", "other_street_same_postcode", "similar_street", "other_place"})
_LIKE_NAME = ("category", "extended", "venue", "nearly")
_OTHER_NAME = ("conflict", "word", "half")
_OTHER_BUSINESS = ("department", "other_department", "other_number", "other_tail", "other_place")


def decide(
    location: Location, listing: Listing, found: dict[str, str], bits: float, limits: Thresholds | None = None
) -> Decision:
    """The decision on these levels and bits; `limits` are the learnt ones unless others are tried."""
    limits = limits or learnt_thresholds()
    if _is_elsewhere(found) and not (_may_have_moved(found) and bits >= limits.same):
        return Decision.DIFFERENT
    if _is_far(location, listing, found) or _is_neighbour(found):
        return Decision.DIFFERENT
    if _is_other_entity(location, listing, found) or _is_competitor(location, listing, found):
        return Decision.DIFFERENT
    may_be_other = bears_another_name(found) or _is_branch(found) or _names_one_of_our_people(location, listing)
    if bits >= limits.same and (_has_two_kinds(found) or _name_says_enough(location, found)) and not may_be_other:
        return Decision.SAME
    worth_a_look = bits >= limits.review and any(found[field] in agreeing for field, agreeing in AGREES.items())
    return Decision.REVIEW if worth_a_look or _asks_for_a_look(found) else Decision.DIFFERENT


def _name_says_enough(location: Location, found: dict[str, str]) -> bool:
    """Our whole name, which few have, within our postcode, or of a record that names no street.

    Nothing else may be told: no other number, street or website. A town may have two of one name.
    """
    is_ours_alone = found["name"] in ("same", "alias", "aside", "with_place") and found["chain"] == "one"
    if not is_ours_alone or found["phone"] not in ("blank", "miswritten") or found["website"] == "other":
        return False
    if found["rarity"] == "none":
        return False
    is_all = found["address"] in ("same_city", "blank") and not complete(location.address, location.country).street
    return is_all or found["address"] == "same_postcode"


def _is_branch(found: dict[str, str]) -> bool:
    """Our name behind another door with another number: the site of the house is all that they share.

    A number that is ours but for its area code is what branches of one house like to have.
    """
    if found["address"] not in _OTHER_DOOR:
        return False
    two_doors = found["door"] in ("neighbour", "block", "other")
    return found["phone"] in ("shared", "miswritten") or (two_doors and found["phone"] in ("same_area", "other"))


def _asks_for_a_look(found: dict[str, str]) -> bool:
    """Our number, one that is ours but for a slip beside something else of ours, or a name like ours at our door."""
    is_slip = found["phone"] == "miswritten" and any(found[field] in agreeing for field, agreeing in AGREES.items())
    if is_slip or found["phone"] in AGREES["phone"]:
        return found["name"] not in _OTHER_BUSINESS
    if found["address"] not in ("same", "same_line"):
        return False
    return found["name"] in _LIKE_NAME or (found["name"] in _OTHER_NAME and found["website"] in AGREES["website"])


def _has_two_kinds(found: dict[str, str]) -> bool:
    """True when of name, phone, address and website one agrees, and another does, too, or as far as it goes.

    A street without a number does not tell the branches of a chain apart.
    """
    full = sum(found[field] in agreeing for field, agreeing in AGREES.items())
    partly = [field for field, levels in NEARLY.items() if found[field] in levels]
    if found["chain"] != "one" and "address" in partly:
        partly.remove("address")
    return full >= 2 or bool(full and partly)


def bears_another_name(found: dict[str, str]) -> bool:
    """A part of ours with a listing of its own, or another name that shows another number or does not link to us."""
    if found["name"] not in (*_OTHER_NAME, "overlap"):
        return found["name"] in _OTHER_BUSINESS
    if found["phone"] in _ELSEWHERE["phone"]:
        return True
    return found["name"] in _OTHER_NAME and found["website"] not in ("same_page", "same_home")


def _is_neighbour(found: dict[str, str]) -> bool:
    """Another name behind another door of our building."""
    return (
        found["name"] in _OTHER_NAME and found["address"] == "same_building" and found["phone"] not in AGREES["phone"]
    )


def _is_elsewhere(found: dict[str, str]) -> bool:
    return all(found[field] in away for field, away in _ELSEWHERE.items())


def _may_have_moved(found: dict[str, str]) -> bool:
    """A name of several rare words, whole, within our postcode."""
    return found["name"] == "same" and found["rarity"] == "more" and found["address"] == "other_street_same_postcode"


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

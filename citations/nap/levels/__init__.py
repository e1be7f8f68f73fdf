"""The comparison levels that identity weighs: for each field one named level, never a score."""

from citations.models import Listing, Location
from citations.nap.batch import Batch
from citations.nap.levels.address import address_level, door_level, other_region
from citations.nap.levels.distance import distance_level
from citations.nap.levels.name import chain_level, letters_level, name_level, rarity_level
from citations.nap.levels.phone import phone_level
from citations.nap.levels.website import website_level

__all__ = ["AGREES", "NEARLY", "levels", "other_region"]

AGREES = {
    "name": frozenset({"same", "alias", "aside", "extended", "venue", "category", "with_place", "misspelt", "nearly"}),
    "phone": frozenset({"same", "known"}),
    "address": frozenset({"same", "same_building", "same_line", "former"}),
    "website": frozenset({"same_page", "same_home", "same_site"}),
}

# What agrees as far as it goes: it stands for a kind of evidence beside a name, and for nothing alone.
NEARLY = {
    "name": frozenset({"overlap", "numbered"}),
    "phone": frozenset({"miswritten"}),
    "address": frozenset({"same_street", "other_street_same_number", "similar_street"}),
}


def levels(location: Location, listing: Listing, batch: Batch | None = None) -> dict[str, str]:
    """Each field -> its level for name, letters, rarity, chain, phone, address, door, website and distance."""
    return {
        "name": name_level(location, listing),
        "letters": letters_level(location, listing),
        "rarity": rarity_level(location, listing),
        "chain": chain_level(location, listing, batch),
        "phone": phone_level(location, listing, batch),
        "address": address_level(location, listing),
        "door": door_level(location, listing),
        "website": website_level(location, listing, batch),
        "distance": distance_level(location, listing),
    }

"""The nouns of the product, as frozen values that every room hands to the next.

Nothing here decides anything. Text that came from outside is kept as it was written, beside
whatever meaning another room gives it.
"""

from citations.models.check import Check, Sighting
from citations.models.comparison import Comparison, FieldResult, Finding, Identity
from citations.models.fields import FIELDS
from citations.models.listing import Link, LinkVisit, Listing
from citations.models.location import Former, Location, Phone
from citations.models.page import Obstacle, Page, Reading, Request, Statement
from citations.models.tracker_note import TrackerNote
from citations.postal import Address

__all__ = [
    "FIELDS",
    "Address",
    "Check",
    "Comparison",
    "FieldResult",
    "Finding",
    "Former",
    "Identity",
    "Link",
    "LinkVisit",
    "Listing",
    "Location",
    "Obstacle",
    "Page",
    "Phone",
    "Reading",
    "Request",
    "Sighting",
    "Statement",
    "TrackerNote",
]

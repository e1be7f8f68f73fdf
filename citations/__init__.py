"""citations: what local directories say about a business, against what is true."""

from citations.models import Former, Listing, Location, Phone
from citations.nap import Batch, compare, identify
from citations.pages import read_page
from citations.postal import Address

__all__ = [
    "Address",
    "Batch",
    "Former",
    "Listing",
    "Location",
    "Phone",
    "compare",
    "identify",
    "read_page",
]

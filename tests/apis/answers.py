"""Every API's answers by the directory that asks it."""

from tests.apis.answers_of_maps import APPLE, AZURE, HERE, LOCATIONIQ, NOMINATIM, TOMTOM
from tests.apis.answers_of_places import FACEBOOK, FOURSQUARE, TRIPADVISOR
from tests.apis.example import Example, Give

__all__ = ["APPLE", "EXAMPLES", "FACEBOOK", "FOURSQUARE", "TOMTOM", "TRIPADVISOR", "Example", "Give"]

EXAMPLES = {
    "foursquare": FOURSQUARE,
    "tripadvisor": TRIPADVISOR,
    "here": HERE,
    "tomtom": TOMTOM,
    "azure maps": AZURE,
    "facebook": FACEBOOK,
    "apple": APPLE,
    "nominatim": NOMINATIM,
    "locationiq": LOCATIONIQ,
}

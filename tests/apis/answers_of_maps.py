"""The bakery as the makers of maps give it: HERE, TomTom, Azure, Apple, OpenStreetMap."""

from typing import Any

from tests.apis.api_server import Answer
from tests.apis.example import Example, error

HERE = Example(
    "here_wego",
    "CITATIONS_HERE_KEY",
    lambda *found: {"items": list(found)},
    {
        "title": "Harbor Lane Bakery",
        "id": "here:pds:place:840c20-0001",
        "resultType": "place",
        "address": {
            "label": "Harbor Lane Bakery, 12 Harbor Ln, Portland, OR 97201, United States", "countryCode": "USA",
            "stateCode": "OR", "city": "Portland", "street": "Harbor Ln", "postalCode": "97201", "houseNumber": "12",
        },
        "position": {"lat": 45.51, "lng": -122.68},
        "categories": [{"id": "600-6900-0095", "name": "Bakery", "primary": True}],
        "contacts": [{"phone": [{"value": "+15035550111"}], "www": [{"value": "https://harborlane.example/"}]}],
        "openingHours": [{"text": ["Mon-Fri: 08:00 - 17:00", "Sat: 09:00 - 12:00"], "isOpen": False}],
    },
    {"title": "Quayside", "id": "here:pds:place:2", "resultType": "place", "position": {"lat": 47.6, "lng": -122.3}},
    "/v1/discover",
    {"q": "Harbor Lane Bakery", "at": "45.51,-122.68", "in": "countryCode:USA"},
    url="https://share.here.com/l/45.51,-122.68,Harbor%20Lane%20Bakery#here:pds:place:840c20-0001",
    listing="/v1/lookup",
    carries_key="apiKey",
    refusals=((error(401, error="Unauthorized", error_description="apiKey invalid."), "needs_key"),
              (error(429, error="Too Many Requests"), "quota"), (Answer(200, {"results": []}), "layout_changed")),
)  # fmt: skip

_TOMTOM = {
    "type": "POI",
    "id": "840010001234567",
    "poi": {
        "name": "Harbor Lane Bakery", "phone": "+1 503-555-0111", "url": "harborlane.example",
        "categories": ["bakery", "shop"],
    },
    "address": {
        "streetNumber": "12", "streetName": "Harbor Lane", "municipality": "Portland", "countrySubdivision": "OR",
        "postalCode": "97201", "countryCode": "US", "freeformAddress": "12 Harbor Lane, Portland, OR 97201",
        "localName": "Portland",
    },
    "position": {"lat": 45.51, "lon": -122.68},
}  # fmt: skip
_BOATS = {"type": "POI", "id": "84001", "poi": {"name": "Quayside Boat Hire"}, "position": {"lat": 47.6, "lon": -122.3}}


def _tomtom(*found: dict[str, Any], total: int = 0, offset: int = 0) -> dict[str, Any]:
    return {"summary": {"totalResults": total or len(found), "offset": offset}, "results": list(found)}


TOMTOM = Example(
    "tomtom",
    "CITATIONS_TOMTOM_KEY",
    _tomtom,
    _TOMTOM,
    _BOATS,
    "/search/2/poiSearch/Harbor Lane Bakery.json",
    {"countrySet": "US", "lat": "45.51", "lon": "-122.68", "limit": "50"},
    never_says=("hours",),
    url="https://plan.tomtom.com/en/?p=45.51%2C-122.68%2C17z&q=Harbor+Lane+Bakery#840010001234567",
    listing="/search/2/place.json",
    alone=_tomtom(_TOMTOM),
    carries_key="key",
    refusals=((Answer(403, "<h1>Developer Inactive</h1>"), "needs_key"), (error(429, errorText="x"), "quota"),
              (Answer(403, "<h1>Developer Over Rate</h1>"), "quota"), (Answer(200, {"summary": {}}), "layout_changed")),
)  # fmt: skip
AZURE = Example(
    "tomtom",
    "CITATIONS_AZURE_MAPS_KEY",
    _tomtom,
    _TOMTOM,
    _BOATS,
    "/search/poi/json",
    {"query": "Harbor Lane Bakery", "api-version": "1.0", "countrySet": "US", "lat": "45.51"},
    never_says=("hours",),
    address="azure_maps",
    refusals=((error(401, error={"code": "401 Unauthorized", "message": "invalid key"}), "needs_key"),),
)

APPLE = Example(
    "apple_maps",
    "CITATIONS_APPLE_MAPS_KEY",
    lambda *found, paging=None: {"results": list(found)} | ({"paginationInfo": paging} if paging else {}),
    {
        "id": "I7C250D2CDCB364A",
        "name": "Harbor Lane Bakery",
        "coordinate": {"latitude": 45.51, "longitude": -122.68},
        "formattedAddressLines": ["12 Harbor Ln", "Portland, OR 97201", "United States"],
        "structuredAddress": {
            "administrativeArea": "Oregon", "administrativeAreaCode": "OR", "locality": "Portland", "postCode": "97201",
            "thoroughfare": "Harbor Ln", "subThoroughfare": "12", "fullThoroughfare": "12 Harbor Ln",
        },
        "country": "United States", "countryCode": "US", "poiCategory": "Bakery",
    },
    {"id": "I2", "name": "Quayside Boat Hire", "formattedAddressLines": ["Seattle, WA"]},
    "/v1/search",
    {"q": "Harbor Lane Bakery Portland OR 97201", "resultTypeFilter": "Poi", "limitToCountries": "US"},
    never_says=("phone", "website", "hours"),
    says_no=False,
    url="https://maps.apple.com/place?place-id=I7C250D2CDCB364A",
    listing="/v1/place/I7C250D2CDCB364A",
    refusals=((error(401, error={"message": "Not Authorized", "details": []}), "needs_key"),
              (error(429, error={"message": "Quota exceeded"}), "quota"), (Answer(200, {}), "layout_changed")),
)  # fmt: skip

_NOMINATIM = {
    "osm_type": "node", "osm_id": 11, "lat": "45.51", "lon": "-122.68", "category": "shop", "type": "bakery",
    "name": "Harbor Lane Bakery", "display_name": "Harbor Lane Bakery, 12, Harbor Lane, Portland, Oregon, 97201, US",
    "address": {
        "shop": "Harbor Lane Bakery", "house_number": "12", "road": "Harbor Lane", "city": "Portland",
        "state": "Oregon", "ISO3166-2-lvl4": "US-OR", "postcode": "97201", "country_code": "us",
    },
    "extratags": {
        "phone": "+1 503 555 0111", "website": "https://harborlane.example/",
        "opening_hours": "Mo-Fr 08:00-17:00; Sa 09:00-12:00",
    },
}  # fmt: skip
_SEATTLE = {
    "osm_type": "way",
    "osm_id": 7,
    "lat": "47.6",
    "lon": "-122.3",
    "category": "shop",
    "name": "Quayside Boat Hire",
}
NOMINATIM = Example(
    "openstreetmap",
    "",
    lambda *found: list(found),
    _NOMINATIM,
    _SEATTLE,
    "/search",
    {"q": "Harbor Lane Bakery, Portland, OR, 97201", "countrycodes": "us", "extratags": "1", "format": "jsonv2"},
    says_no=False,
    url="https://www.openstreetmap.org/node/11",
    listing="/lookup",
    alone=[_NOMINATIM],
    address="nominatim",
    refusals=((Answer(200, {"error": "x"}), "layout_changed"), (Answer(500, "<html>"), "error_page")),
)
LOCATIONIQ = Example(
    "openstreetmap",
    "CITATIONS_LOCATIONIQ_KEY",
    lambda *found: list(found),
    {name: value for name, value in _NOMINATIM.items() if name not in ("category", "name")}
    | {"class": "shop", "namedetails": {"name": "Harbor Lane Bakery"}},
    _SEATTLE,
    "/search",
    {"q": "Harbor Lane Bakery, Portland, OR, 97201", "format": "json"},
    says_no=False,
    carries_key="key",
    nothing=error(404, error="Unable to geocode"),
    address="locationiq",
    refusals=((error(401, error="Invalid key"), "needs_key"), (error(429, error="Rate Limited Day"), "quota")),
)

"""The bakery, and a boat hire elsewhere, as each API gives them: its documented shape, invented values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.apis.api_server import Answer, Asked

Give = Callable[[Asked], Answer]


@dataclass(frozen=True)
class Example:
    """One API: `search(*found, **more)` is its answer to a search, `ours` and `other` are what is found.

    `listing` is the path that asks for the bakery alone and `alone` its answer, `url` the address of its listing.
    `asked` are parameters that a search must carry; `refusals` are answers with the reason that they stand for.
    """

    directory: str
    key: str
    search: Callable[..., Any]
    ours: dict[str, Any]
    other: dict[str, Any]
    path: str
    asked: dict[str, str]
    never_says: tuple[str, ...] = ()
    says_no: bool = True
    url: str = ""
    listing: str = ""
    alone: Any = None
    carries_key: str = ""
    nothing: Answer | None = None
    address: str = ""
    refusals: tuple[tuple[Answer, str], ...] = field(default_factory=tuple)

    def answer(self, *found: dict[str, Any], **more: Any) -> Give:
        """An API that finds these, and has the bakery's details."""

        def give(asked: Asked) -> Answer:
            path = unquote(urlsplit(asked.path).path)
            if path == "/v1/token":
                return Answer(200, {"accessToken": "pass-0123", "expiresInSeconds": 1800})
            if self.listing and path == self.listing:
                return Answer(200, self.alone or self.ours)
            if path != self.path:
                return Answer(404, {"message": f"no such path: {path}"})
            if not found and self.nothing:
                return self.nothing
            return Answer(200, self.search(*found, **more))

        return give

    def key_in(self, asked: Asked) -> str:
        """The key that a request carried."""
        if self.carries_key:
            return parse_qs(urlsplit(asked.path).query).get(self.carries_key, [""])[0]
        said = asked.headers.get("authorization", asked.headers.get("subscription-key", ""))
        return said.removeprefix("Bearer ")


def _error(status: int, **said: Any) -> Answer:
    return Answer(status, said)


FOURSQUARE = Example(
    "foursquare",
    "CITATIONS_FOURSQUARE_KEY",
    lambda *found: {"results": list(found), "context": {}},
    {
        "fsq_place_id": "5a3259b2c97f284526379b51",
        "name": "Harbor Lane Bakery",
        "location": {
            "address": "12 Harbor Ln", "address_extended": "Ste 200", "locality": "Portland", "region": "OR",
            "postcode": "97201", "country": "US", "formatted_address": "12 Harbor Ln, Portland, OR 97201",
        },
        "tel": "(503) 555-0111",
        "website": "https://harborlane.example/",
        "hours": {
            "display": "Mon-Fri 8:00-17:00; Sat 9:00-12:00",
            "regular": [{"day": day, "open": "0800", "close": "1700"} for day in range(1, 6)]
            + [{"day": 6, "open": "0900", "close": "1200"}],
        },
        "categories": [{"fsq_category_id": "x", "name": "Bakery"}],
        "latitude": 45.51, "longitude": -122.68,
    },
    {"fsq_place_id": "5a3259b2c97f284526379b52", "name": "Quayside Boat Hire", "location": {"locality": "Seattle"}},
    "/places/search",
    {"query": "Harbor Lane Bakery", "ll": "45.51,-122.68", "limit": "50"},
    url="https://foursquare.com/v/harbor-lane-bakery/5a3259b2c97f284526379b51",
    listing="/places/5a3259b2c97f284526379b51",
    refusals=((_error(401, message="Invalid request token."), "needs_key"), (_error(429, message="x"), "quota"),
              (_error(400, message="near: unknown"), "error_page"), (Answer(200, {"places": []}), "layout_changed")),
)  # fmt: skip

_TRIPADVISOR = {
    "location_id": "5550123",
    "name": "Harbor Lane Bakery",
    "address_obj": {
        "street1": "12 Harbor Ln", "street2": "Ste 200", "city": "Portland", "state": "Oregon",
        "country": "United States", "postalcode": "97201", "address_string": "12 Harbor Ln Ste 200, Portland, OR 97201",
    },
}  # fmt: skip
_TIMES = [(day, "0800", "1700") for day in range(1, 6)] + [(6, "0900", "1200")]
TRIPADVISOR = Example(
    "tripadvisor",
    "CITATIONS_TRIPADVISOR_KEY",
    lambda *found: {"data": list(found)},
    _TRIPADVISOR,
    {"location_id": "5550199", "name": "Quayside Boat Hire", "address_obj": {"city": "Seattle"}},
    "/location/search",
    {"searchQuery": "Harbor Lane Bakery Portland OR 97201", "latLong": "45.51,-122.68"},
    url="https://www.tripadvisor.com/Restaurant_Review-g52024-d5550123-Reviews-Harbor_Lane_Bakery.html",
    listing="/location/5550123/details",
    alone=_TRIPADVISOR | {
        "web_url": "https://www.tripadvisor.com/Restaurant_Review-g52024-d5550123-Reviews-Harbor_Lane_Bakery.html?m=1",
        "phone": "+1 503-555-0111", "website": "https://harborlane.example/", "latitude": "45.51",
        "longitude": "-122.68", "category": {"name": "restaurant", "localized_name": "Restaurant"},
        "hours": {"periods": [{"open": {"day": d, "time": a}, "close": {"day": d, "time": b}} for d, a, b in _TIMES]},
    },
    carries_key="key",
    refusals=((_error(401, Message="x"), "needs_key"), (_error(403, message="not allowed for this IP"), "needs_key"),
              (_error(429, message="Limit Exceeded"), "quota"), (Answer(200, {"error": {}}), "layout_changed")),
)  # fmt: skip

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
    refusals=((_error(401, error="Unauthorized", error_description="apiKey invalid."), "needs_key"),
              (_error(429, error="Too Many Requests"), "quota"), (Answer(200, {"results": []}), "layout_changed")),
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
    refusals=((Answer(403, "<h1>Developer Inactive</h1>"), "needs_key"), (_error(429, errorText="x"), "quota"),
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
    refusals=((_error(401, error={"code": "401 Unauthorized", "message": "invalid key"}), "needs_key"),),
)

_FACEBOOK = {
    "id": "1234567890",
    "name": "Harbor Lane Bakery",
    "link": "https://www.facebook.com/harborlanebakery",
    "location": {
        "street": "12 Harbor Ln Ste 200", "city": "Portland", "state": "OR", "zip": "97201",
        "country": "United States", "latitude": 45.51, "longitude": -122.68,
    },
}  # fmt: skip
_WEEK = {f"{day}_1_open": "08:00" for day in ("mon", "tue", "wed", "thu", "fri")}
_WEEK |= {name.replace("open", "close"): "17:00" for name in _WEEK} | {"sat_1_open": "09:00", "sat_1_close": "12:00"}
FACEBOOK = Example(
    "facebook",
    "CITATIONS_FACEBOOK_KEY",
    lambda *found, paging=None: {"data": list(found), "paging": paging or {}},
    _FACEBOOK,
    {"id": "99", "name": "Quayside Boat Hire", "link": "https://www.facebook.com/quayside", "location": {}},
    "/pages/search",
    {"q": "Harbor Lane Bakery Portland OR 97201", "fields": "id,name,link,location"},
    says_no=False,
    url="https://www.facebook.com/harborlanebakery/",
    listing="/harborlanebakery",
    alone=_FACEBOOK
    | {"phone": "(503) 555-0111", "website": "https://harborlane.example/", "category": "Bakery", "hours": _WEEK},
    refusals=((_error(400, error={"message": "Error validating access token", "code": 190}), "needs_key"),
              (_error(400, error={"message": "requires permission", "code": 10, "fbtrace_id": "x"}), "needs_key"),
              (_error(400, error={"message": "request limit reached", "code": 4, "fbtrace_id": "x"}), "quota"),
              (_error(400, error={"message": "Unsupported get request", "code": 100}), "error_page")),
)  # fmt: skip
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
    refusals=((_error(401, error={"message": "Not Authorized", "details": []}), "needs_key"),
              (_error(429, error={"message": "Quota exceeded"}), "quota"), (Answer(200, {}), "layout_changed")),
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
    nothing=_error(404, error="Unable to geocode"),
    address="locationiq",
    refusals=((_error(401, error="Invalid key"), "needs_key"), (_error(429, error="Rate Limited Day"), "quota")),
)

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

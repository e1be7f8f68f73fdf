"""The bakery as Foursquare, Tripadvisor and Facebook give it."""

from tests.apis.api_server import Answer
from tests.apis.example import Example, error

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
    refusals=((error(401, message="Invalid request token."), "needs_key"), (error(429, message="x"), "quota"),
              (error(400, message="near: unknown"), "error_page"), (Answer(200, {"places": []}), "layout_changed")),
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
    refusals=((error(401, Message="x"), "needs_key"), (error(403, message="not allowed for this IP"), "needs_key"),
              (error(429, message="Limit Exceeded"), "quota"), (Answer(200, {"error": {}}), "layout_changed")),
)  # fmt: skip

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
    refusals=((error(400, error={"message": "Error validating access token", "code": 190}), "needs_key"),
              (error(400, error={"message": "requires permission", "code": 10, "fbtrace_id": "x"}), "needs_key"),
              (error(400, error={"message": "request limit reached", "code": 4, "fbtrace_id": "x"}), "quota"),
              (error(400, error={"message": "Unsupported get request", "code": 100}), "error_page")),
)  # fmt: skip

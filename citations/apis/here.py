"""HERE's Geocoding & Search API.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- GET discover.…/v1/discover needs `q` and a place, `at`; GET lookup.…/v1/lookup takes an `id`; a search gives a
  hundred at most on one page (working_scrapers);
- no place is an empty `items`; 401 for a wrong key, 429 beyond the quota, 404 for an identifier that is no more;
- what it calls a place is one of its own; there is no page of it on the web that programs know.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlencode, urlsplit

from pydantic import Field

from citations.apis.shape import Shape, point, told
from citations.directory import Api, Query
from citations.locations import countries
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.words import Grade

_PAGE = 50
_ID = re.compile(r"#(here(?::|%3A)[\w%:.-]+)$")


class Value(Shape):
    """A number or a site."""

    value: str


class Contact(Shape):
    """How to reach a place."""

    phone: list[Value] = []
    mobile: list[Value] = []
    toll_free: list[Value] = Field(default=[], alias="tollFree")
    www: list[Value] = []


class Place(Shape):
    """Where it is."""

    label: str = ""
    country_code: str = Field(default="", alias="countryCode")
    state_code: str = Field(default="", alias="stateCode")
    city: str = ""
    street: str = ""
    house_number: str = Field(default="", alias="houseNumber")
    postal_code: str = Field(default="", alias="postalCode")


class Point(Shape):
    """Coordinates in degrees."""

    lat: float
    lng: float


class Category(Shape):
    """A category as it is shown."""

    name: str = ""


class Hours(Shape):
    """The usual week, a line for each group of days."""

    text: list[str] = []


class Item(Shape):
    """One thing found: a place, a street, a town."""

    id: str
    title: str
    kind: str = Field(default="place", alias="resultType")
    address: Place = Place()
    position: Point
    contacts: list[Contact] = []
    categories: list[Category] = []
    hours: list[Hours] = Field(default=[], alias="openingHours")


class Found(Shape):
    """A search."""

    items: list[Item]


class HerePlaces(Api):
    """Discover and lookup."""

    name = "HERE's Search API"
    daily_quota = 900
    pace = 0.25
    keeps_answers = False
    gives_whole_listings = True

    def find(self, location: Location) -> Iterator[Query]:
        """By name around the record's coordinates; it cannot be asked without them."""
        if location.name and point(location):
            asked = {"q": location.name, "at": point(location), "limit": str(_PAGE), "lang": "en"}
            if country := countries.three_letters().get(location.country):
                asked["in"] = f"countryCode:{country}"
            yield Query(f"{self.base}/v1/discover?{urlencode(asked)}", Grade.SINGLE_SCRAPER, ranked=True)

    def request(self, url: str) -> Request | None:
        """A search with the key; a place by the identifier behind the # of the address that we give it."""
        if url.startswith(f"{self.base}/v1/discover?"):
            return Request(f"{url}&apiKey={{key}}")
        found = _ID.search(url)
        if not found:
            return None
        host = self.base.replace("//discover.", "//lookup.")
        return Request(f"{host}/v1/lookup?{urlencode({'id': unquote(found[1])})}&apiKey={{key}}")

    def read(self, page: Page) -> Reading:
        """One place, or those of a search."""
        if urlsplit(page.url).path.endswith("/lookup"):
            return Reading((_listing(Item.model_validate_json(page.body)),))
        items = Found.model_validate_json(page.body).items
        places = tuple(_listing(item) for item in items if item.kind == "place")
        has_more = len(items) >= _PAGE
        return Reading(places, no_results="" if places else "no place", has_more=has_more, results_page=True)


def _listing(item: Item) -> Listing:
    at, contacts = item.position, item.contacts
    numbers = [one.value for c in contacts for one in (*c.phone, *c.mobile, *c.toll_free)]
    shown = quote(f"{at.lat},{at.lng},{item.title}", safe=",")
    return draft(
        "HERE API",
        url=f"https://share.here.com/l/{shown}#{quote(item.id, safe=':')}",
        name=item.title,
        address=Address(
            street=item.address.street,
            number=item.address.house_number,
            city=item.address.city,
            region=item.address.state_code,
            postcode=item.address.postal_code,
            country=countries.two_letters(item.address.country_code),
            raw=item.address.label,
        ),
        phones=told(numbers),
        website=next((one.value for contact in contacts for one in contact.www), ""),
        hours="; ".join(told(text for hours in item.hours[:1] for text in hours.text)),
        categories=told(category.name for category in item.categories),
        latitude=at.lat,
        longitude=at.lng,
    )

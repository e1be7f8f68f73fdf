"""Foursquare's Places API.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- GET /places/search takes `query` with `ll` and `radius`, or `near`; a `Link` header with rel="next" leads on
  (working_scrapers); no place at all is an empty list;
- GET /places/ID gives one; `fields` names what is wanted; X-Places-Api-Version is obligatory (working_scrapers);
- 400 for a `near` that it does not know, 401 for a wrong key, 429 for a used-up quota (single_scraper).
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from citations.apis.shape import Shape, point, told, town
from citations.directory import Api, Query
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.pages.hours import DAYS, week
from citations.words import Grade, Lifecycle

_FIELDS = "fsq_place_id,name,location,tel,website,hours,categories,latitude,longitude,date_closed"
_NEAR = "5000"  # metres around the record's coordinates
_PAGE = "50"
_NEXT = re.compile(r'<([^<>]+)>\s*;\s*rel="?next"?')


class Category(Shape):
    """A category as it is shown."""

    name: str = ""


class Place(Shape):
    """Where a business is."""

    address: str = ""
    address_extended: str = ""
    locality: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    formatted_address: str = ""


class Opening(Shape):
    """One opening; 1 is Monday, times are four digits, "+0100" the day after."""

    day: int
    open: str
    close: str


class Hours(Shape):
    """The usual week."""

    regular: list[Opening] = []
    display: str = ""


class Venue(Shape):
    """One business."""

    fsq_place_id: str
    name: str
    location: Place = Place()
    tel: str = ""
    website: str = ""
    hours: Hours | None = None
    categories: list[Category] = []
    latitude: float | None = None
    longitude: float | None = None
    date_closed: str | None = None


class Found(Shape):
    """A page of a search."""

    results: list[Venue]


class FoursquarePlaces(Api):
    """Places API."""

    name = "Foursquare's Places API"
    headers = {"Authorization": "Bearer {key}", "X-Places-Api-Version": "2025-06-17", "Accept": "application/json"}
    daily_quota = 300
    pace = 0.3
    keeps_answers = False
    gives_whole_listings = True

    def find(self, location: Location) -> Iterator[Query]:
        """By name around the record's coordinates, or in its town."""
        where = {"ll": point(location), "radius": _NEAR} if point(location) else {"near": town(location)}
        if location.name and all(where.values()):
            asked = {"query": location.name} | where | {"fields": _FIELDS, "limit": _PAGE}
            yield Query(f"{self.base}/places/search?{urlencode(asked)}", Grade.WORKING_SCRAPERS, ranked=True)

    def request(self, url: str) -> Request | None:
        """A search, or a further page, as it stands; a listing by the identifier in its address."""
        if url.startswith(f"{self.base}/places/search?"):
            return Request(url)
        listing = re.search(r"/([0-9a-f]{24})(?=$|[/?#])", url)
        return Request(f"{self.base}/places/{listing[1]}?{urlencode({'fields': _FIELDS})}") if listing else None

    def read(self, page: Page) -> Reading:
        """One business, or those of a search."""
        if not urlsplit(page.url).path.endswith("/places/search"):
            return Reading((_listing(Venue.model_validate_json(page.body)),))
        venues = tuple(_listing(venue) for venue in Found.model_validate_json(page.body).results)
        more = _NEXT.search({name.lower(): value for name, value in page.headers.items()}.get("link", ""))
        further = urljoin(page.url, more[1]) if more else ""
        if further and dict(parse_qsl(urlsplit(further).query)).keys() <= {"cursor"}:
            further = f"{page.url.split('&cursor=')[0]}&{urlsplit(further).query}"
        return Reading(venues, no_results="" if venues else "no places", next_page=further, results_page=True)


def _listing(venue: Venue) -> Listing:
    return draft(
        "Foursquare API",
        url=f"https://foursquare.com/v/{venue.fsq_place_id}",
        name=venue.name,
        address=_address(venue.location),
        phones=told((venue.tel,)),
        website=venue.website,
        hours=_hours(venue.hours) if venue.hours else "",
        categories=told(category.name for category in venue.categories),
        lifecycle=Lifecycle.CLOSED if venue.date_closed else Lifecycle.OPEN,
        latitude=venue.latitude,
        longitude=venue.longitude,
    )


def _hours(hours: Hours) -> str:
    return week((DAYS[one.day - 1], f"{_time(one.open)}-{_time(one.close)}") for one in hours.regular) or hours.display


def _time(digits: str) -> str:
    digits = digits.removeprefix("+")
    return f"{digits[:2]}:{digits[2:]}"


def _address(place: Place) -> Address | str:
    """The address in its parts; the line where Foursquare gives no parts."""
    address = Address(
        street=", ".join(told((place.address, place.address_extended))),
        city=place.locality,
        region=place.region,
        postcode=place.postcode,
        country=place.country,
        raw=place.formatted_address,
    )
    return place.formatted_address if address.is_blank else address

"""Tripadvisor's Content API: restaurants, hotels and attractions.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- GET /location/search takes `searchQuery` and gives ten at most, identifier, name and address; there is no second page;
- GET /location/ID/details gives phone, website, hours and the page's address (working_scrapers);
- the key is a parameter; 401 for a wrong one, 403 from an address that it is not allowed for, 429 beyond the quota;
- terms: nothing but identifiers may be kept.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from citations.apis.shape import Shape, point, told, town
from citations.directory import Api, Query
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.pages.hours import DAYS, week
from citations.words import Grade

_PAGE = 10  # all that a search gives
_ID = re.compile(r"-d(\d+)-|/location/(\d+)/details")


class Place(Shape):
    """Where a business is."""

    street1: str = ""
    street2: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    postalcode: str = ""
    address_string: str = ""


class Moment(Shape):
    """A time of the week; 0 is Sunday, four digits."""

    day: int
    time: str


class Period(Shape):
    """One opening."""

    open: Moment
    close: Moment


class Hours(Shape):
    """The usual week."""

    periods: list[Period] = []


class Category(Shape):
    """Restaurant, hotel or attraction."""

    localized_name: str = ""


class Business(Shape):
    """One business; a search gives no more than the first three."""

    location_id: str
    name: str
    address_obj: Place = Place()
    web_url: str = ""
    phone: str = ""
    website: str = ""
    latitude: float | None = None
    longitude: float | None = None
    hours: Hours = Hours()
    category: Category = Category()


class Found(Shape):
    """A search."""

    data: list[Business]


class TripadvisorContent(Api):
    """Content API."""

    name = "Tripadvisor's Content API"
    headers = {"Accept": "application/json"}
    daily_quota = 150
    pace = 0.3
    keeps_answers = False

    def find(self, location: Location) -> Iterator[Query]:
        """By name and town, nearest first where the record has coordinates."""
        where = town(location, " ")
        if location.name and where:
            asked = {"searchQuery": f"{location.name} {where}", "latLong": point(location), "language": "en"}
            asked = {name: value for name, value in asked.items() if value}
            yield Query(f"{self.base}/location/search?{urlencode(asked)}", Grade.SINGLE_SCRAPER, ranked=True)

    def request(self, url: str) -> Request | None:
        """A search with the key; a listing by the number in its address."""
        if url.startswith(f"{self.base}/location/search?"):
            return Request(f"{url}&key={{key}}")
        found = _ID.search(url)
        if not found:
            return None
        return Request(f"{self.base}/location/{found[1] or found[2]}/details?language=en&currency=USD&key={{key}}")

    def read(self, page: Page) -> Reading:
        """One business, or those of a search, whose own addresses the API gives with the details only."""
        if not urlsplit(page.url).path.endswith("/location/search"):
            return Reading((self._listing(Business.model_validate_json(page.body)),))
        found = tuple(self._listing(one) for one in Found.model_validate_json(page.body).data)
        has_more = len(found) >= _PAGE
        return Reading(found, no_results="" if found else "no location", has_more=has_more, results_page=True)

    def _listing(self, business: Business) -> Listing:
        return draft(
            "Tripadvisor API",
            url=business.web_url or f"{self.base}/location/{business.location_id}/details",
            name=business.name,
            address=_address(business.address_obj),
            phones=told((business.phone,)),
            website=business.website,
            hours=week(map(_rule, business.hours.periods)),
            categories=told((business.category.localized_name,)),
            latitude=business.latitude,
            longitude=business.longitude,
        )


def _rule(period: Period) -> tuple[str, str]:
    opens, closes = period.open.time, period.close.time
    return DAYS[period.open.day - 1], f"{opens[:2]}:{opens[2:]}-{closes[:2]}:{closes[2:]}"


def _address(place: Place) -> Address | str:
    address = Address(
        street=", ".join(told((place.street1, place.street2))),
        city=place.city,
        region=place.state,
        postcode=place.postalcode,
        country=place.country,
        raw=place.address_string,
    )
    return place.address_string if address.is_blank else address

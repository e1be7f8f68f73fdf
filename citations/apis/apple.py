"""Apple's Maps Server API: name, address, coordinates and category; neither phone, website nor hours.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- the user's key is a signed Maps token; GET /v1/token exchanges it for an access token of half an hour (documented);
- GET /v1/search takes `q`, `resultTypeFilter`, `limitToCountries`, `searchLocation`; with `enablePagination` the answer
  has `paginationInfo.nextPageToken`, which `pageToken` takes (documented, seen in no public client);
- GET /v1/place/ID gives one (documented); 401 for a wrong token, 429 beyond 25,000 a day;
- what a search leaves out may be on the map all the same: finding nothing proves nothing.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import Field

from citations.apis.shape import Shape, point, told, town
from citations.directory import Api, Query
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.words import Grade


class Structured(Shape):
    """The address in its parts."""

    region: str = Field(default="", alias="administrativeAreaCode")
    region_name: str = Field(default="", alias="administrativeArea")
    locality: str = ""
    postcode: str = Field(default="", alias="postCode")
    street: str = Field(default="", alias="thoroughfare")
    number: str = Field(default="", alias="subThoroughfare")


class Point(Shape):
    """Coordinates in degrees."""

    latitude: float
    longitude: float


class Place(Shape):
    """One place."""

    id: str = ""
    name: str
    lines: list[str] = Field(default=[], alias="formattedAddressLines")
    parts: Structured = Field(default=Structured(), alias="structuredAddress")
    country: str = Field(default="", alias="countryCode")
    coordinate: Point | None = None
    category: str = Field(default="", alias="poiCategory")


class Paging(Shape):
    """Where the search goes on."""

    next: str | None = Field(default=None, alias="nextPageToken")


class Found(Shape):
    """A page of a search."""

    results: list[Place]
    paging: Paging = Field(default=Paging(), alias="paginationInfo")


class Token(Shape):
    """An access token and how long it holds."""

    token: str = Field(alias="accessToken", min_length=1)
    seconds: float = Field(alias="expiresInSeconds")


class AppleMapsServer(Api):
    """Maps Server API."""

    name = "Apple's Maps Server API"
    headers = {"Authorization": "Bearer {key}"}
    daily_quota = 1_000
    pace = 0.2
    keeps_answers = False
    gives_whole_listings = True
    never_says = ("phone", "website", "hours")

    def find(self, location: Location) -> Iterator[Query]:
        """By name and town, near the record's coordinates where it has some."""
        where = town(location, " ")
        if location.name and where:
            asked = {
                "q": f"{location.name} {where}",
                "resultTypeFilter": "Poi",
                "limitToCountries": location.country,
                "lang": "en-US",
                "searchLocation": point(location),
                "enablePagination": "true",
            }
            asked = {name: value for name, value in asked.items() if value}
            yield Query(f"{self.base}/v1/search?{urlencode(asked)}", Grade.GUESS, ranked=True)

    def sign_in(self) -> Request | None:
        """The user's Maps token for an access token."""
        return Request(f"{self.base}/v1/token")

    def passed(self, page: Page) -> tuple[str, float]:
        """The access token, and its seconds."""
        token = Token.model_validate_json(page.body)
        return token.token, token.seconds

    def request(self, url: str) -> Request | None:
        """A search as it stands; a place by its identifier."""
        if url.startswith(f"{self.base}/v1/search?"):
            return Request(url)
        place = dict(parse_qsl(urlsplit(url).query)).get("place-id", "")
        return Request(f"{self.base}/v1/place/{place}?lang=en-US") if re.fullmatch(r"\w+", place) else None

    def read(self, page: Page) -> Reading:
        """One place, or those of a search."""
        if not urlsplit(page.url).path.endswith("/v1/search"):
            return Reading((_listing(Place.model_validate_json(page.body)),))
        found = Found.model_validate_json(page.body)
        places = tuple(_listing(place) for place in found.results)
        further = ""
        if found.paging.next:
            further = f"{page.url.split('&pageToken=')[0]}&{urlencode({'pageToken': found.paging.next})}"
        return Reading(places, no_results="" if places else "no place", next_page=further, results_page=True)


def _listing(place: Place) -> Listing:
    parts, at = place.parts, place.coordinate
    address = Address(
        street=parts.street,
        number=parts.number,
        city=parts.locality,
        region=parts.region or parts.region_name,
        postcode=parts.postcode,
        country=place.country,
        raw=", ".join(place.lines),
    )
    return draft(
        "Apple Maps API",
        url=f"https://maps.apple.com/place?place-id={place.id}" if place.id else "",
        name=place.name,
        address=", ".join(place.lines) if address.is_blank else address,
        categories=told((place.category,)),
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
    )

"""OpenStreetMap's places, asked of a Nominatim of one's own or of LocationIQ, which answers in the same shape.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- GET /search takes a text `q`; `addressdetails`, `extratags`, `namedetails` give what the map knows (working_scrapers);
- GET /lookup takes numbers such as N123 of nodes, ways and relations;
- the public Nominatim forbids searches by programs in its robots.txt: so there is no address but the user's own;
- LocationIQ says 404 with "Unable to geocode" when it finds nothing, 401 to a wrong key, 429 beyond rate or day;
- all words of the text have to be on the map, so finding nothing proves nothing.
"""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar
from urllib.parse import urlencode, urlsplit

from pydantic import Field, TypeAdapter

from citations.apis.shape import Shape, told, town
from citations.directory import Api, Query
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.words import Grade

_PAGE = 40
_ELEMENT = re.compile(r"/(node|way|relation)/(\d+)")
_DETAILS = {"addressdetails": "1", "extratags": "1", "namedetails": "1"}
_PLACES = frozenset({"shop", "amenity", "office", "craft", "healthcare", "tourism", "leisure", "club", "industrial"})
_TOWNS = ("city", "town", "village", "municipality", "hamlet", "suburb")


class Place(Shape):
    """A place on the map. LocationIQ says `class` where Nominatim says `category`."""

    osm_type: str = ""
    osm_id: int = 0
    lat: float
    lon: float
    category: str = ""
    kind: str = Field(default="", alias="class")
    type: str = ""
    name: str = ""
    display_name: str = ""
    address: dict[str, str] = {}
    extratags: dict[str, str] | None = None
    namedetails: dict[str, str] | None = None


_FOUND = TypeAdapter(list[Place])


class Nominatim(Api):
    """A Nominatim of the user's own."""

    id = "nominatim"
    name = "your Nominatim"
    daily_quota = 0
    pace = 0.2
    gives_whole_listings = True
    _format = "jsonv2"
    _key = ""

    def find(self, location: Location) -> Iterator[Query]:
        """By name and town, then by name and street."""
        address = location.postal
        street = " ".join(told((address.number, address.street)))
        for where in told((town(location), f"{street}, {address.city}" if street and address.city else "")):
            asked = {"q": f"{location.name}, {where}", "countrycodes": location.country.lower()}
            asked |= {"format": self._format, "limit": str(_PAGE)} | _DETAILS
            yield Query(f"{self.base}/search?{urlencode(asked)}", Grade.GUESS)

    def request(self, url: str) -> Request | None:
        """A search, with the key where it takes one; a listing by its number."""
        if url.startswith(f"{self.base}/search?"):
            return Request(url + self._key)
        element = _ELEMENT.search(urlsplit(url).path)
        return self._lookup(f"{element[1][0].upper()}{element[2]}") if element else None

    def _lookup(self, number: str) -> Request | None:
        asked = {"osm_ids": number, "format": self._format} | _DETAILS
        return Request(f"{self.base}/lookup?{urlencode(asked)}")

    def read(self, page: Page) -> Reading:
        """The places of business among what was found."""
        every = _FOUND.validate_json(page.body)
        places = tuple(_listing(place) for place in every if (place.category or place.kind) in _PLACES)
        has_more = len(every) >= _PAGE
        return Reading(places, no_results="" if places else "no such place", has_more=has_more, results_page=True)


class LocationIQ(Nominatim):
    """LocationIQ."""

    id = "locationiq"
    key = "CITATIONS_LOCATIONIQ_KEY"
    name = "LocationIQ"
    daily_quota = 1_000
    pace = 0.6
    says_nothing: ClassVar = "Unable to geocode"
    _format = "json"
    _key = "&key={key}"

    def _lookup(self, number: str) -> Request | None:  # noqa: ARG002
        """It documents no way to ask for one place."""
        return None


def _listing(place: Place) -> Listing:
    tags = place.extratags or {}
    names = place.namedetails or {}
    name = place.name or names.get("name") or names.get("brand") or place.display_name.partition(",")[0]
    phones = (number.strip() for key in ("phone", "contact:phone", "mobile") for number in tags.get(key, "").split(";"))
    return draft(
        "OpenStreetMap, © OpenStreetMap contributors (ODbL)",
        url=f"https://www.openstreetmap.org/{place.osm_type}/{place.osm_id}",
        name=name,
        address=_address(place.address, place.display_name),
        phones=told(phones),
        website=tags.get("website") or tags.get("contact:website") or tags.get("url", ""),
        hours=tags.get("opening_hours", ""),
        categories=told((place.type,)),
        latitude=place.lat,
        longitude=place.lon,
    )


def _address(parts: Mapping[str, str], line: str) -> Address:
    code = next((value for key, value in parts.items() if key.startswith("ISO3166-2")), "")
    return Address(
        street=parts.get("road") or parts.get("pedestrian", ""),
        number=parts.get("house_number", ""),
        city=next((parts[key] for key in _TOWNS if parts.get(key)), ""),
        region=parts.get("state_code", "").upper() or code.partition("-")[2] or parts.get("state", ""),
        postcode=parts.get("postcode", ""),
        country=parts.get("country_code", "").upper(),
        raw=line,
    )

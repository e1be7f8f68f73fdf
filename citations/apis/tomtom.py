"""TomTom's places, asked of TomTom's Search API or of Azure Maps, which answers with the same data in the same shape.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- TomTom: GET /search/2/poiSearch/TEXT.json, a place by /search/2/place.json?entityId=ID (working_scrapers);
- Azure Maps: GET /search/poi/json?api-version=1.0, one of the older services that Microsoft announced to retire in
  2028; it shows TomTom's data and nothing of what Bing lists (two answers of Microsoft);
- `ofs` and `limit` page through `summary.totalResults`; the search forgives much, so it is asked near the record's
  coordinates, and a search without them proves nothing;
- TomTom answers 403 to a wrong key and to a used-up day alike, 429 beyond its rate; Azure Maps 401.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from pydantic import Field

from citations.apis.shape import Shape, told, town
from citations.directory import Api, Query
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.words import Grade, Reason

_PAGE, _REACH = 50, 200  # results on a page, and how far we follow them
_NEAR = "5000"  # metres around the record's coordinates
_ENTITY = re.compile(r"#([\w%-]+)$")


class Poi(Shape):
    """What a place is."""

    name: str
    phone: str = ""
    url: str = ""
    categories: list[str] = []


class Place(Shape):
    """Where it is."""

    street_number: str = Field(default="", alias="streetNumber")
    street_name: str = Field(default="", alias="streetName")
    municipality: str = ""
    local_name: str = Field(default="", alias="localName")
    region: str = Field(default="", alias="countrySubdivision")
    postal_code: str = Field(default="", alias="postalCode")
    country_code: str = Field(default="", alias="countryCode")
    line: str = Field(default="", alias="freeformAddress")


class Point(Shape):
    """Coordinates in degrees."""

    lat: float
    lon: float


class Result(Shape):
    """One thing found; an address or a street has no `poi`."""

    id: str
    poi: Poi | None = None
    address: Place = Place()
    position: Point


class Summary(Shape):
    """How much was found in all."""

    total: int = Field(default=0, alias="totalResults")
    offset: int = 0


class Found(Shape):
    """A page of a search."""

    summary: Summary = Summary()
    results: list[Result]


class TomTomSearch(Api):
    """Search API."""

    name = "TomTom's Search API"
    refusals: ClassVar = {"Over Rate": Reason.QUOTA, "Over Queries": Reason.QUOTA}
    daily_quota = 1_000
    pace = 0.3
    gives_whole_listings = True
    never_says = ("hours",)
    _key = "key={key}"

    def find(self, location: Location) -> Iterator[Query]:
        """By name near the record's coordinates; by name and town without them."""
        where = town(location, " ")
        asked = {"countrySet": location.country, "limit": str(_PAGE), "ofs": "0"}
        if location.name and location.latitude is not None and location.longitude is not None:
            near = {"lat": str(location.latitude), "lon": str(location.longitude), "radius": _NEAR}
            yield Query(self._asking(location.name, asked | near), Grade.SINGLE_SCRAPER, ranked=True)
        elif location.name and where:
            yield Query(self._asking(f"{location.name} {where}", asked), Grade.GUESS, ranked=True)

    def _asking(self, text: str, asked: dict[str, str]) -> str:
        return f"{self.base}/search/2/poiSearch/{quote(text, safe='')}.json?{urlencode(asked)}"

    def _place(self, entity: str) -> str:
        return f"{self.base}/search/2/place.json?{urlencode({'entityId': entity})}"

    def request(self, url: str) -> Request | None:
        """A search with the key; a place by the identifier behind the # of the address that we give it."""
        if url.startswith(f"{self.base}/search/"):
            return Request(f"{url}&{self._key}")
        entity = _ENTITY.search(url)
        return Request(f"{self._place(entity[1])}&{self._key}") if entity else None

    def read(self, page: Page) -> Reading:
        """The places found, and where the search goes on."""
        found = Found.model_validate_json(page.body)
        places = tuple(_listing(result, self.name) for result in found.results if result.poi)
        asked = dict(parse_qsl(urlsplit(page.url).query))
        offset = found.summary.offset + _PAGE
        further = ""
        if "ofs" in asked and found.results and offset < min(found.summary.total, _REACH):
            further = re.sub(r"&(key|subscription-key)=[^&]*", "", page.url).replace(
                f"ofs={asked['ofs']}", f"ofs={offset}"
            )
        return Reading(places, no_results="" if places else "no place", next_page=further, results_page=True)


class AzureMaps(TomTomSearch):
    """Azure Maps, Search - Get Search POI."""

    id = "azure_maps"
    key = "CITATIONS_AZURE_MAPS_KEY"
    name = "Azure Maps"
    headers: ClassVar = {"subscription-key": "{key}"}
    _key = "api-version=1.0"

    def _asking(self, text: str, asked: dict[str, str]) -> str:
        return f"{self.base}/search/poi/json?{urlencode({'query': text} | asked)}"

    def request(self, url: str) -> Request | None:
        """A search; it has no way to ask for one place."""
        return Request(f"{url}&{self._key}") if url.startswith(f"{self.base}/search/") else None


def _listing(result: Result, reader: str) -> Listing:
    poi, place, at = result.poi or Poi(name=""), result.address, result.position
    where = urlencode({"p": f"{at.lat},{at.lon},17z", "q": poi.name})
    return draft(
        reader,
        url=f"https://plan.tomtom.com/en/?{where}#{quote(result.id, safe='')}",
        name=poi.name,
        address=Address(
            street=place.street_name,
            number=place.street_number,
            city=place.local_name or place.municipality,
            region=place.region,
            postcode=place.postal_code,
            country=place.country_code,
            raw=place.line,
        ),
        phones=told((poi.phone,)),
        website=poi.url,
        categories=told(poi.categories),
        latitude=at.lat,
        longitude=at.lon,
    )

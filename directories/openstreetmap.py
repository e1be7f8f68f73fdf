"""OpenStreetMap: the map that volunteers draw and many apps show, asked through the Overpass API, without a key.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- /api/interpreter answers a question in Overpass QL, given as `data`; `nwr` with `around` or `area` and with
  patterns on tags finds places by phone, website or name (single_scraper);
- a question that ran out of time or memory is answered with status 200, what was found until then and a `remark`;
  two questions at once per visitor, 429 beyond, 504 when the server is too busy (working_scrapers);
- about 10,000 questions a day are borne; we stay far below;
- the public Nominatim search forbids programs in its robots.txt, so it is not used;
- listings are /node/, /way/ or /relation/ with a number (real_urls);
- the data is under the ODbL: whoever shows it names the OpenStreetMap contributors.
A place is found near the record's coordinates. Without them the city's boundary is searched, and since postal
towns reach beyond boundaries, finding nothing there proves nothing.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode, urlsplit

from pydantic import BaseModel

from citations.apis.nominatim import LocationIQ, Nominatim
from citations.directory import Api, Directory, Query, search_values
from citations.models import Address, Listing, Location, Obstacle, Page, Reading, Request
from citations.nap.website import read_site
from citations.pages.draft import draft
from citations.words import Grade, Lifecycle, Reason

_KINDS = ("shop", "amenity", "office", "craft", "healthcare", "tourism", "leisure", "club", "industrial")
_GONE = ("disused:", "abandoned:", "was:", "demolished:")
_PHONES = ("phone", "contact:phone", "mobile", "contact:mobile")
_WEBSITES = ("website", "contact:website", "url")
_NAMES = ("name", "alt_name", "brand")
_SMALL_WORDS = frozenset({"the", "and", "und", "der", "die", "das"})
_NEAR = 2_000  # metres around the record's coordinates
_MOST = 100  # elements of one answer; a place has far fewer with a number, a site or a name of ours
_ELEMENT = re.compile(r"/(node|way|relation)/(\d+)")


class Point(BaseModel):
    """Coordinates in degrees."""

    lat: float
    lon: float


class Element(BaseModel):
    """A place on the map and what its tags say."""

    type: str
    id: int
    lat: float | None = None
    lon: float | None = None
    center: Point | None = None
    tags: dict[str, str] = {}


class Answer(BaseModel):
    """What was found; `remark` when it was not all."""

    elements: list[Element]
    remark: str = ""


class Overpass(Api):
    """Overpass API."""

    name = "the Overpass API"
    daily_quota = 1_000
    pace = 1.0
    gives_whole_listings = True

    def find(self, location: Location) -> Iterator[Query]:
        """One question for everything that has our number, our site or our name: near, or in the city."""
        filters = list(_filters(location))
        if not filters:
            return
        if location.latitude is not None and location.longitude is not None:
            near = f"(around:{_NEAR},{location.latitude},{location.longitude})"
            yield Query(self._question("", near, filters), Grade.SINGLE_SCRAPER)
        elif city := location.postal.city:
            yield Query(self._question(_city(city, location), "(area.city)", filters), Grade.GUESS)

    def _question(self, before: str, where: str, filters: list[str]) -> str:
        found = "".join(f"nwr{where}{tag};" for tag in filters)
        return self._asking(f"{before}({found});out tags center {_MOST};")

    def _asking(self, question: str) -> str:
        return f"{self.base}/interpreter?{urlencode({'data': f'[out:json][timeout:15];{question}'})}"

    def request(self, url: str) -> Request | None:
        """A question as it stands; a listing by its number."""
        if url.startswith(f"{self.base}/interpreter?"):
            return Request(url)
        element = _ELEMENT.search(urlsplit(url).path)
        return Request(self._asking(f"{element[1]}({element[2]});out tags center;")) if element else None

    def read(self, page: Page) -> Reading:
        """The places found; an answer that was cut short is no answer."""
        answer = Answer.model_validate_json(page.body)
        if answer.remark:
            reason = Reason.TIMEOUT if "timed out" in answer.remark else Reason.DEGRADED
            return Reading(obstacle=Obstacle(reason, f"{self.name} did not finish: {answer.remark[:200]}"))
        if len(answer.elements) >= _MOST:
            return Reading(obstacle=Obstacle(Reason.WEAK_SEARCH, f"more than {_MOST} places have a name like ours"))
        places = tuple(_listing(element) for element in answer.elements if _is_place(element.tags))
        return Reading(places, no_results="" if places else "no such place", results_page=True)


class OpenStreetMap(Directory):
    """OpenStreetMap."""

    id = "openstreetmap"
    name = "OpenStreetMap"
    domains = ("openstreetmap.org", "osm.org")
    kind = "maps"
    tier = 2
    access = "api"
    apis = (Nominatim(""), LocationIQ("https://us1.locationiq.com/v1"))
    api = Overpass("https://overpass-api.de/api")
    listing_pattern = r"^https?://(www\.)?(openstreetmap|osm)\.org/(node|way|relation)/(?P<id>\d+)"
    listing_examples = ("https://www.openstreetmap.org/node/123456",)
    listing_evidence = "real_urls"
    submit_url = "https://www.openstreetmap.org/edit"
    claim_url = "https://www.openstreetmap.org/edit"
    cost = "free"
    fed_by = ("volunteers",)
    feeds = ("apple_maps",)


def _filters(location: Location) -> Iterator[str]:
    """The tags that give us away, as patterns of Overpass QL."""
    number = search_values(location)["phone_national"]
    if number:
        yield from (f'["{key}"~"{"[^0-9]*".join(number)}"]' for key in _PHONES)
    if site := _site(location.website):
        yield from (f'["{key}"~"{site}",i]' for key in _WEBSITES)
    if name := _name(location.name):
        yield from (f'["{key}"~"{name}",i]' for key in _NAMES)


def _site(website: str) -> str:
    """The host of the website, with the path where the host is everybody's, as a pattern."""
    site = read_site(website)
    return re.sub(r"[^\w/-]", ".", site.host + (site.path if site.is_shared else ""))


def _name(name: str) -> str:
    """The two longest words of a name in their order, as a pattern; letters beyond ASCII stand for any."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", name) if word.lower() not in _SMALL_WORDS]
    kept = sorted(words, key=len, reverse=True)[:2]
    return ".*".join(re.sub(r"[^A-Za-z]", ".", word) for word in words if word in kept)


def _city(city: str, location: Location) -> str:
    """The boundary of the city within its state, or within its country where we know of no state."""
    region, country = location.postal.region, location.country
    is_code = re.fullmatch("[A-Z]{2,3}", region)
    within = f'"ISO3166-2"="{country}-{region}"' if is_code else f'"ISO3166-1"="{country}"'
    name = re.sub(r"[^\w .'-]", "", city)
    return f'area[{within}]->.around;rel(area.around)["boundary"="administrative"]["name"="{name}"];map_to_area->.city;'


def _is_place(tags: Mapping[str, str]) -> bool:
    """True for a place of business; streets and stops may have names like ours."""
    return bool(_kinds(tags) or _kinds(tags, _GONE) or tags.keys() & {"addr:housenumber", *_PHONES})


def _kinds(tags: Mapping[str, str], prefixes: tuple[str, ...] = ("",)) -> tuple[str, ...]:
    return tuple(tags[p + kind] for kind in _KINDS for p in prefixes if p + kind in tags)


def _listing(element: Element) -> Listing:
    tags, point = element.tags, element.center
    numbers = (number.strip() for key in _PHONES for number in tags.get(key, "").split(";"))
    is_gone = not _kinds(tags) and bool(_kinds(tags, _GONE))
    return draft(
        "OpenStreetMap, © OpenStreetMap contributors (ODbL)",
        url=f"https://www.openstreetmap.org/{element.type}/{element.id}",
        name=tags.get("name") or tags.get("brand", ""),
        address=_address(tags),
        phones=tuple(dict.fromkeys(filter(None, numbers))),
        website=next((tags[key] for key in _WEBSITES if key in tags), ""),
        hours=tags.get("opening_hours", ""),
        categories=_kinds(tags),
        lifecycle=Lifecycle.CLOSED if is_gone else Lifecycle.OPEN,
        latitude=point.lat if point else element.lat,
        longitude=point.lon if point else element.lon,
    )


def _address(tags: Mapping[str, str]) -> Address | str:
    """The address in its parts, or in one text; blank where the map has none."""
    address = Address(
        street=tags.get("addr:street") or tags.get("addr:place", ""),
        number=tags.get("addr:housenumber", ""),
        unit=tags.get("addr:unit", ""),
        city=tags.get("addr:city", ""),
        region=tags.get("addr:state", ""),
        postcode=tags.get("addr:postcode", ""),
        country=tags.get("addr:country", ""),
    )
    return tags.get("addr:full", "") if address.is_blank else address

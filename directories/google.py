"""Google: business profiles as Maps and Search show them, through the Places API (New) with the user's key.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- POST /v1/places:searchText takes a text, a phone number too; a page holds up to 20 places, a `nextPageToken`
  leads to the next with the same question, up to 60 in all; no places at all is an empty object (working_scrapers);
- GET /v1/places/ID gives one place; an identifier that is no more answers 404 (working_scrapers);
- X-Goog-FieldMask names the fields wanted, and there is no default; the fields decide the price;
- a key that is not valid answers 400 with API_KEY_INVALID, one that may not be used 403, a used-up quota 429;
- results pages and listings in the browser may not be read by programs: without a key nothing is visited;
- terms: place identifiers may be stored, other content may not be kept as a cache.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from citations.directory import Api, Directory, Query, search_values
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.pages.hours import week
from citations.words import Grade, Lifecycle, Reason

_FIELDS = (
    "id", "displayName", "formattedAddress", "addressComponents", "location", "primaryTypeDisplayName", "types",
    "websiteUri", "internationalPhoneNumber", "nationalPhoneNumber", "regularOpeningHours", "businessStatus",
)  # fmt: skip
_LANGUAGES = {"DE": "de", "AT": "de", "CH": "de", "FR": "fr", "ES": "es", "IT": "it", "NL": "nl", "PT": "pt"}
_DAYS = ("Su", "Mo", "Tu", "We", "Th", "Fr", "Sa")
_LIFECYCLES = {"CLOSED_TEMPORARILY": Lifecycle.TEMPORARILY_CLOSED, "CLOSED_PERMANENTLY": Lifecycle.CLOSED}
_NEAR = 5_000.0  # metres around the record's coordinates that are preferred


class Shape(BaseModel):
    """A part of an answer; what we did not ask for is passed over."""

    model_config = ConfigDict(alias_generator=to_camel)


class Text(Shape):
    """A text in some language."""

    text: str = ""


class Component(Shape):
    """A part of an address, with the kinds of part that it is."""

    long_text: str = ""
    short_text: str = ""
    types: list[str] = []


class Point(Shape):
    """Coordinates in degrees."""

    latitude: float | None = None
    longitude: float | None = None


class Moment(Shape):
    """A time of the week; 0 is Sunday, and what is zero may be left out."""

    day: int = Field(default=0, ge=0, le=6)
    hour: int = Field(default=0, ge=0, le=24)
    minute: int = Field(default=0, ge=0, le=59)


class Period(Shape):
    """One opening; a place that never closes has a single one without an end."""

    open: Moment
    close: Moment | None = None


class Hours(Shape):
    """The usual week."""

    periods: list[Period] = []


class Place(Shape):
    """One business."""

    id: str
    display_name: Text
    formatted_address: str = ""
    address_components: list[Component] = []
    location: Point = Point()
    primary_type_display_name: Text = Text()
    types: list[str] = []
    website_uri: str = ""
    international_phone_number: str = ""
    national_phone_number: str = ""
    regular_opening_hours: Hours = Hours()
    business_status: str = ""


class Found(Shape):
    """A page of a search; empty when nothing was found."""

    model_config = ConfigDict(extra="allow")

    places: list[Place] = []
    next_page_token: str = ""


class GooglePlaces(Api):
    """Places API (New)."""

    name = "Google's Places API"
    headers = {"X-Goog-Api-Key": "{key}"}
    refusals = {"API_KEY_INVALID": Reason.NEEDS_KEY, "RESOURCE_EXHAUSTED": Reason.QUOTA}
    daily_quota = 1_000
    pace = 0.2
    keeps_answers = False
    gives_whole_listings = True

    def find(self, location: Location) -> Iterator[Query]:
        """By name and place, then by phone: a number that finds nothing proves nothing by itself."""
        values = search_values(location)
        where = " ".join(filter(None, (values["city"], values["region"], values["postcode"])))
        if location.name and where:
            yield Query(self._question(f"{location.name}, {where}", location), Grade.WORKING_SCRAPERS, ranked=True)
        if values["phone"]:
            yield Query(self._question(values["phone"], location), Grade.GUESS, ranked=True)

    def _question(self, text: str, location: Location) -> str:
        language = _LANGUAGES.get(location.country, "en")
        asked = {"textQuery": text, "regionCode": location.country, "languageCode": language}
        if location.latitude is not None and location.longitude is not None:
            asked["near"] = f"{location.latitude},{location.longitude}"
        return f"{self.base}/v1/places:searchText#{urlencode(asked)}"

    def request(self, url: str) -> Request | None:
        """A search is a POST with what stands behind the `#`; a listing is asked for by its identifier."""
        if url.startswith(f"{self.base}/v1/places:searchText#"):
            mask = ",".join([*(f"places.{field}" for field in _FIELDS), "nextPageToken"])
            headers = {"X-Goog-FieldMask": mask, "Content-Type": "application/json"}
            return Request(url, "POST", headers, json.dumps(_body(urlsplit(url).fragment)).encode())
        asked = dict(parse_qsl(urlsplit(url).query))
        place = asked.get("query_place_id") or asked.get("q", "").partition("place_id:")[2]
        if not re.fullmatch(r"[\w-]+", place):
            return None
        language = urlencode({"languageCode": asked.get("hl", "en")})
        return Request(f"{self.base}/v1/places/{place}?{language}", headers={"X-Goog-FieldMask": ",".join(_FIELDS)})

    def read(self, page: Page) -> Reading:
        """One place, or the places of a search."""
        address = urlsplit(page.url)
        if not address.path.endswith(":searchText"):
            place = Place.model_validate_json(page.body)
            return Reading((_listing(place, dict(parse_qsl(address.query)).get("languageCode", "en")),))
        found = Found.model_validate_json(page.body)
        if not found.places and found.model_extra:
            raise ValueError("an answer without places holds something else")
        asked = dict(parse_qsl(address.fragment))
        places = tuple(_listing(place, asked["languageCode"]) for place in found.places)
        further = ""
        if found.next_page_token:
            further = address._replace(fragment=urlencode(asked | {"pageToken": found.next_page_token})).geturl()
        return Reading(places, no_results="" if places else "no places", next_page=further, results_page=True)


class Google(Directory):
    """Google Business Profile."""

    id = "google"
    name = "Google"
    domains = (
        "google.com", "google.co.uk", "google.ca", "google.com.au", "google.ie", "google.de", "google.at", "google.ch",
        "google.fr", "google.es", "google.it", "google.nl", "goo.gl", "g.page",
    )  # fmt: skip
    kind = "maps"
    tier = 1
    access = "api"
    access_note = "Its pages are closed to programs; its Places API takes a key of yours."
    api_key = "CITATIONS_GOOGLE_KEY"
    api = GooglePlaces("https://places.googleapis.com")
    listing_pattern = (
        r"^https?://((www|maps)\.)?google\.[a-z.]+/(maps/?)?(place/|\?(.*&)?(cid=\d|q=place_id:)|search/\?(.*&)?query_place_id=)"
        r"|^https?://(maps\.app\.)?goo\.gl/|^https?://g\.page/"
    )
    listing_examples = (
        "https://www.google.com/maps/place/?q=place_id:ChIJinvented-0001&hl=en",
        "https://maps.google.com/?cid=1234567890",
    )
    listing_evidence = "real_urls"
    max_pages = 3
    submit_url = "https://business.google.com/create"
    claim_url = "https://business.google.com/"
    cost = "free"


def _body(asked: str) -> dict[str, Any]:
    body: dict[str, Any] = dict(parse_qsl(asked))
    near = body.pop("near", "")
    if near:
        latitude, longitude = map(float, near.split(","))
        circle = {"center": {"latitude": latitude, "longitude": longitude}, "radius": _NEAR}
        body["locationBias"] = {"circle": circle}
    return body | {"pageSize": 20}


def _listing(place: Place, language: str) -> Listing:
    """The listing that a place is."""
    kinds = (place.primary_type_display_name.text, *place.types)
    phone = place.international_phone_number or place.national_phone_number
    return draft(
        "Google Places API",
        url=f"https://www.google.com/maps/place/?q=place_id:{place.id}&hl={language}",
        name=place.display_name.text,
        address=_address(place.address_components, place.formatted_address),
        phones=(phone,) if phone else (),
        website=place.website_uri,
        hours=week(rule for period in place.regular_opening_hours.periods for rule in _rules(period)),
        categories=tuple(dict.fromkeys(filter(None, kinds))),
        lifecycle=_LIFECYCLES.get(place.business_status, Lifecycle.OPEN),
        latitude=place.location.latitude,
        longitude=place.location.longitude,
    )


def _address(components: Iterable[Component], line: str) -> Address | str:
    """The address in its parts; the line where Google gives no parts, blank where it gives neither (a service area)."""
    long: dict[str, str] = {}
    short: dict[str, str] = {}
    for part in components:
        for kind in part.types:
            long.setdefault(kind, part.long_text)
            short.setdefault(kind, part.short_text)
    if not long:
        return line
    return Address(
        street=long.get("route") or long.get("premise", ""),
        number=long.get("street_number", ""),
        unit=long.get("subpremise", ""),
        city=next((long[kind] for kind in ("locality", "postal_town", "sublocality_level_1") if long.get(kind)), ""),
        region=short.get("administrative_area_level_1", ""),
        postcode=long.get("postal_code", ""),
        country=short.get("country", ""),
        raw=line,
    )


def _rules(period: Period) -> Iterator[tuple[str, str]]:
    """The days and times of one opening."""
    opens, closes = period.open, period.close
    if closes is None:
        yield from ((day, "00:00-24:00") for day in _DAYS)
        return
    span = f"{opens.hour:02}:{opens.minute:02}-{closes.hour:02}:{closes.minute:02}"
    yield _DAYS[opens.day], span.replace("-00:00", "-24:00")

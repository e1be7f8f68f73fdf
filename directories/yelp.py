"""Yelp: general directory with a host for each country; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its robots.txt disallows everything to programs that it does not name, and its terms of 2026 ban
  automated access (7.2 j): so the program visits none of its pages;
- search by find_desc and find_loc: working_scrapers for yelp.com and yelp.co.uk, a guess for the other hosts,
  which its own pages name as versions of themselves (a saved page); further pages by &start=N;
- listings are /biz/<slug>, the slug with a number when it was taken (real_urls);
- pages carry JSON-LD and the state of their scripts; class names are hashed and change with each release;
- the business's site stands behind /biz_redir?url= (two independent scrapers);
- biz.yelp.com/claim answered on 2026-08-23 (live_probe).
What it says when it finds nothing is not known, so an empty page is never taken for a "no".

With a key its official API (Places API, once called Fusion) is asked instead:
- GET /v3/businesses/matches takes name and address and answers with none rather than with a doubtful one; search/phone
  a number; search a term and a place, by relevance, with `offset`; /v3/businesses/ID or /alias one (working_scrapers);
- neither the search nor the details name the website, unless the plan includes `attributes.business_url`;
- a wrong key answers 401, a plan that does not allow it 403, a used-up day 429 with ACCESS_LIMIT_REACHED; a business
  that the API may not show is 403 with BUSINESS_UNAVAILABLE (single_scraper);
- terms: content may not be kept for more than a day, identifiers may.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import BaseModel, Field

from citations.directory import Api, Directory, Query, Search, search_values
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.pages.hours import week
from citations.words import Grade, Lifecycle, Reason

_PAGE, _REACH = 50, 240  # results on a page, and how far the search goes
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_ELSEWHERE = {
    "CA": "yelp.ca", "AU": "yelp.com.au", "NZ": "yelp.co.nz", "IE": "yelp.ie", "DE": "yelp.de", "AT": "yelp.at",
    "CH": "yelp.ch", "FR": "yelp.fr", "BE": "yelp.be", "NL": "yelp.nl", "ES": "yelp.es", "IT": "yelp.it",
    "PT": "yelp.pt", "SE": "yelp.se", "DK": "yelp.dk", "NO": "yelp.no", "FI": "yelp.fi", "PL": "yelp.pl",
    "CZ": "yelp.cz", "JP": "yelp.co.jp", "SG": "yelp.com.sg", "HK": "yelp.com.hk", "MX": "yelp.com.mx",
    "BR": "yelp.com.br", "AR": "yelp.com.ar", "CL": "yelp.cl", "TR": "yelp.com.tr",
}  # fmt: skip


class Category(BaseModel):
    """A category as it is shown."""

    title: str = ""


class Place(BaseModel):
    """Where a business is; a blank line may be null."""

    address1: str | None = None
    address2: str | None = None
    address3: str | None = None
    city: str | None = None
    state: str | None = None
    zip_code: str | None = None
    country: str | None = None
    display_address: list[str] = []


class Point(BaseModel):
    """Coordinates in degrees."""

    latitude: float | None = None
    longitude: float | None = None


class Opening(BaseModel):
    """One opening; 0 is Monday, times are four digits."""

    day: int = Field(ge=0, le=6)
    start: str = Field(pattern=r"^\d{4}$")
    end: str = Field(pattern=r"^\d{4}$")


class Hours(BaseModel):
    """The openings of a week."""

    hours_type: str = "REGULAR"
    open: list[Opening] = []


class Attributes(BaseModel):
    """What some plans add."""

    business_url: str | None = None
    business_temp_closed: int | bool | None = None


class Business(BaseModel):
    """One business, in a search or by itself."""

    id: str
    alias: str
    name: str
    phone: str | None = None
    display_phone: str | None = None
    is_closed: bool = False
    categories: list[Category] = []
    location: Place = Place()
    coordinates: Point | None = None
    hours: list[Hours] | None = None
    attributes: Attributes | None = None


class Found(BaseModel):
    """The businesses of a search; `total` counts those on all its pages."""

    businesses: list[Business]
    total: int = 0


class YelpPlaces(Api):
    """Yelp's Places API."""

    name = "Yelp's API"
    headers = {"Authorization": "Bearer {key}", "Accept": "application/json"}
    refusals = {"BUSINESS_UNAVAILABLE": Reason.NOT_CHECKED, "ACCESS_LIMIT_REACHED": Reason.QUOTA}
    daily_quota = 300
    pace = 0.3
    keeps_answers = False
    never_says = ("website",)

    def find(self, location: Location) -> Iterator[Query]:
        """The strict match and the phone, which prove nothing when they find nothing; then the search by name."""
        values = search_values(location)
        if location.name and values["street"] and values["city"] and values["region"]:
            yield Query(self._asking("matches", **_match(location)), Grade.GUESS)
        if values["phone"]:
            yield Query(self._asking("search/phone", phone=values["phone"]), Grade.GUESS)
        where = ", ".join(filter(None, (values["city"], values["region"], values["postcode"], location.country)))
        if location.name and values["city"]:
            asked = {"term": location.name, "location": where, "limit": str(_PAGE), "sort_by": "best_match"}
            yield Query(self._asking("search", **asked), Grade.WORKING_SCRAPERS, ranked=True)

    def _asking(self, what: str, **asked: str) -> str:
        return f"{self.base}/v3/businesses/{what}?{urlencode(asked)}"

    def request(self, url: str) -> Request | None:
        """A search as it stands; a listing by its alias."""
        if url.startswith(f"{self.base}/v3/businesses/"):
            return Request(url)
        listing = re.search(r"/biz/([^/?#]+)", urlsplit(url).path)
        return Request(f"{self.base}/v3/businesses/{listing[1]}") if listing else None

    def read(self, page: Page) -> Reading:
        """One business, or those of a search."""
        address = urlsplit(page.url)
        if not re.search(r"/v3/businesses/(matches|search|search/phone)$", address.path):
            return Reading((_listing(Business.model_validate_json(page.body)),))
        found = Found.model_validate_json(page.body)
        asked = dict(parse_qsl(address.query))
        offset = int(asked.get("offset", "0")) + _PAGE
        is_more = "limit" in asked and found.businesses and offset < found.total
        further = address._replace(query=urlencode(asked | {"offset": str(offset)})).geturl() if is_more else ""
        listings = tuple(_listing(business) for business in found.businesses)
        return Reading(listings, no_results="" if listings else "no business", next_page=further, results_page=True)


class Yelp(Directory):
    """Yelp."""

    id = "yelp"
    name = "Yelp"
    domains = ("yelp.com", "yelp.co.uk", *_ELSEWHERE.values())
    countries = ("US", "GB", *_ELSEWHERE)
    tier = 1
    access = "assisted"
    access_note = "Its robots.txt and its terms keep programs out: a person opens the page, or its API takes a key."
    api_key = "CITATIONS_YELP_KEY"
    api = YelpPlaces("https://api.yelp.com")
    searches = (
        Search(
            "https://www.yelp.com/search?find_desc={name}&find_loc={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
            countries=("US",),
        ),
        Search(
            "https://www.yelp.co.uk/search?find_desc={name}&find_loc={city}",
            needs=("name", "city"),
            evidence="working_scrapers",
            countries=("GB",),
        ),
        *(
            Search(
                f"https://www.{host}/search?find_desc={{name}}&find_loc={{city}}+{{region}}",
                needs=("name", "city"),
                evidence="guess",
                countries=(country,),
            )
            for country, host in _ELSEWHERE.items()
        ),
    )
    listing_pattern = r"^https?://(www\.|m\.)?yelp\.[a-z.]+/biz/(?P<slug>[^/?#]+)"
    listing_examples = (
        "https://www.yelp.com/biz/harbor-lane-bakery-portland-2",
        "https://m.yelp.com/biz/harbor-lane-bakery-portland?osq=bakery",
        "https://www.yelp.co.uk/biz/harbour-lane-bakery-bristol",
    )
    listing_evidence = "real_urls"
    fields = {"website": ("a[href*='/biz_redir?']",)}
    claim_url = "https://biz.yelp.com/claim"
    link_evidence = "live_probe"
    cost = "free"


def _match(location: Location) -> dict[str, str]:
    """What the matcher asks for, within its limits of length."""
    values = search_values(location)
    asked = {
        "name": location.name[:64],
        "address1": values["street"][:64],
        "city": values["city"][:64],
        "state": values["region"][:3],
        "country": location.country[:2],
        "zip_code": values["postcode"][:12],
        "phone": values["phone"],
        "match_threshold": "default",
    }
    return {name: value for name, value in asked.items() if value}


def _listing(business: Business) -> Listing:
    point, more = business.coordinates or Point(), business.attributes or Attributes()
    phone = business.display_phone or business.phone
    return draft(
        "Yelp API",
        url=f"https://www.yelp.com/biz/{business.alias}",
        name=business.name,
        address=_address(business.location),
        phones=(phone,) if phone else (),
        website=more.business_url or "",
        hours=week(rule for hours in business.hours or [] if hours.hours_type == "REGULAR" for rule in _rules(hours)),
        categories=tuple(category.title for category in business.categories),
        lifecycle=_lifecycle(business, more),
        latitude=point.latitude,
        longitude=point.longitude,
    )


def _lifecycle(business: Business, more: Attributes) -> Lifecycle:
    if business.is_closed:
        return Lifecycle.CLOSED
    return Lifecycle.TEMPORARILY_CLOSED if more.business_temp_closed else Lifecycle.OPEN


def _rules(hours: Hours) -> Iterator[tuple[str, str]]:
    """The days and times; an opening from midnight to midnight lasts all day."""
    for opening in hours.open:
        end = "2400" if opening.end == "0000" else opening.end
        yield _DAYS[opening.day], f"{opening.start[:2]}:{opening.start[2:]}-{end[:2]}:{end[2:]}"


def _address(place: Place) -> Address | str:
    """The address in its parts; blank for a business that goes to its customers."""
    line = ", ".join(filter(None, (place.address1, place.address2, place.address3)))
    address = Address(
        street=line,
        city=place.city or "",
        region=place.state or "",
        postcode=place.zip_code or "",
        country=place.country or "",
        raw=", ".join(place.display_address),
    )
    return "" if address.is_blank else address

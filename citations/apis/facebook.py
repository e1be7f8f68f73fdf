"""Facebook's Graph API: public pages.

Facts and their grade (public documentation, collected up to November 2026, none checked live from here):
- GET /pages/search takes `q` and `fields`, and gives id, name, location and link; a page by its number or its name
  gives phone, website and hours too (documented); an app needs Page Public Content Access, granted one by one;
- `paging.cursors.after` leads on; its own `paging.next` holds the key and is not followed;
- errors come with status 400 and a number: 190 the key, 10 and 200 a permission, 4, 17, 32 and 613 the quota, 100 a
  page that is not there or not public;
- the search forgives and forgets much, so finding nothing proves nothing.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from citations.apis.shape import Shape, told, town
from citations.directory import Api, Query
from citations.models import Address, Listing, Location, Page, Reading, Request
from citations.pages.draft import draft
from citations.pages.hours import week
from citations.words import Grade, Lifecycle, Reason

_FIELDS = "id,name,link,location,phone,website,hours,category,is_permanently_closed,single_line_address"
_FOUND = "id,name,link,location"
_DAYS = {"mon": "Mo", "tue": "Tu", "wed": "We", "thu": "Th", "fri": "Fr", "sat": "Sa", "sun": "Su"}


class Place(Shape):
    """Where a page's business is."""

    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


class FacebookPage(Shape):
    """One page."""

    id: str
    name: str
    link: str = ""
    location: Place = Place()
    phone: str = ""
    website: str = ""
    hours: dict[str, str] = {}
    category: str = ""
    is_permanently_closed: bool = False
    single_line_address: str = ""


class Found(Shape):
    """Some pages of a search."""

    data: list[FacebookPage]
    paging: dict[str, Any] = {}


class FacebookPages(Api):
    """Pages Search and the page itself."""

    name = "Facebook's Graph API"
    refusals = {
        '"code":190': Reason.NEEDS_KEY, '"code":10,': Reason.NEEDS_KEY, '"code":200,': Reason.NEEDS_KEY,
        '"code":4,': Reason.QUOTA, '"code":17,': Reason.QUOTA, '"code":32,': Reason.QUOTA, '"code":613': Reason.QUOTA,
    }  # fmt: skip
    headers = {"Authorization": "Bearer {key}"}
    daily_quota = 200
    pace = 1.0
    keeps_answers = False

    def find(self, location: Location) -> Iterator[Query]:
        """By name and town, then by name alone."""
        where = town(location, " ")
        for text in told((f"{location.name} {where}" if where else "", location.name)):
            asked = {"q": text, "fields": _FOUND, "limit": "25"}
            yield Query(f"{self.base}/pages/search?{urlencode(asked)}", Grade.GUESS, ranked=True)

    def request(self, url: str) -> Request | None:
        """A search as it stands; a page by its number or its name."""
        if url.startswith(f"{self.base}/pages/search?"):
            return Request(url)
        parts = urlsplit(url)
        name = parts.path.rstrip("/").rpartition("/")[2]
        if name == "profile.php":
            name = dict(parse_qsl(parts.query)).get("id", "")
        is_name = re.fullmatch(r"[A-Za-z0-9.-]+", name)
        return Request(f"{self.base}/{name}?{urlencode({'fields': _FIELDS})}") if is_name else None

    def read(self, page: Page) -> Reading:
        """One page, or those of a search."""
        if not urlsplit(page.url).path.endswith("/pages/search"):
            return Reading((_listing(FacebookPage.model_validate_json(page.body)),))
        found = Found.model_validate_json(page.body)
        pages = tuple(_listing(one) for one in found.data)
        after = found.paging.get("cursors", {}).get("after") if found.paging.get("next") else ""
        further = f"{page.url.split('&after=')[0]}&{urlencode({'after': after})}" if after else ""
        return Reading(pages, no_results="" if pages else "no page", next_page=further, results_page=True)


def _listing(page: FacebookPage) -> Listing:
    place = page.location
    address = Address(
        street=place.street,
        city=place.city,
        region=place.state,
        postcode=place.zip,
        country=place.country,
        raw=page.single_line_address,
    )
    return draft(
        "Facebook API",
        url=page.link or f"https://www.facebook.com/profile.php?id={page.id}",
        name=page.name,
        address=page.single_line_address if address.is_blank else address,
        phones=told((page.phone,)),
        website=page.website.split()[0] if page.website.strip() else "",
        hours=week(_rules(page.hours)),
        categories=told((page.category,)),
        lifecycle=Lifecycle.CLOSED if page.is_permanently_closed else Lifecycle.OPEN,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _rules(hours: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The days and times of `mon_1_open` and `mon_1_close`, up to two openings a day."""
    for day, short in _DAYS.items():
        for number in ("1", "2"):
            opens, closes = hours.get(f"{day}_{number}_open"), hours.get(f"{day}_{number}_close")
            if opens and closes:
                yield short, f"{opens}-{closes}"

"""An object of a page's state, read as a business by what its keys usually mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from citations.models import Link
from citations.pages.document import Document
from citations.pages.hours import is_day
from citations.pages.jsonld import Item
from citations.pages.links import unwrapped
from citations.pages.phones import distinct
from citations.pages.state_address import address
from citations.pages.state_keys import Keyed, keys, plain, texts
from citations.pages.tables import toml
from citations.words import Lifecycle

_PHONE = re.compile(r"[+(\d][\d\s().\-–/+]{4,24}\d(\s?(ext|x)\.?\s?\d{1,5})?", re.IGNORECASE)
_LONGEST_NAME = 150
_SHORTEST_ID = 4  # shorter ones are anywhere


@dataclass
class StateBusiness:
    """What an object says, if it is a business."""

    thing: Keyed

    @property
    def is_one(self) -> bool:
        """True when it has a name, and an address or a phone; both when the name is one that other things have."""
        if not self.is_named:
            return False
        reached = (bool(self.phones), bool(address(self.thing)))
        return any(reached) if self._has_own_name else all(reached)

    @property
    def is_named(self) -> bool:
        """True when it has a name and is nothing that never is a business."""
        return len(self.thing.values) > 1 and bool(self.name) and not self._is_something_else

    @cached_property
    def name(self) -> str:
        """The name; blank when there is none."""
        found = next((text for value in self.thing.here("name") if (text := plain(value))), "")
        return found if len(found) <= _LONGEST_NAME else ""

    @cached_property
    def phones(self) -> list[str]:
        """The phone numbers as written."""
        found = (number for value in self.thing.all("phone") for number in _numbers(value))
        return list(distinct(list(found)))

    @property
    def urls(self) -> list[str]:
        """Where its own page may be, as written, likeliest first."""
        return [text for value in self.thing.here("url") if (text := plain(value)) and " " not in text]

    @property
    def ids(self) -> list[str]:
        """What the site calls it, where that is long enough to mean something in an address."""
        return [text for value in self.thing.here("id") if len(text := plain(value)) >= _SHORTEST_ID]

    @property
    def is_sponsored(self) -> bool:
        """True for a result that was paid for."""
        return any(self.thing.values.get(key) is True for key in keys("sponsored"))

    @property
    def lifecycle(self) -> tuple[Lifecycle, str] | None:
        """Closed for good or for now, or moved, with the words that say so."""
        closed = toml("state")["closed"]
        for key in closed["flags"]:
            if self.thing.values.get(key) is True:
                return Lifecycle.CLOSED, key
        for key in closed["status"]:
            said = plain(self.thing.values.get(key))
            meant = closed["says"].get(re.sub(r"[\W_]", "", said.lower()))
            if meant:
                return Lifecycle(meant), said
        return None

    def as_schema_org(self, document: Document, url: list[str]) -> Item:
        """The business in the words of schema.org, with `url` as its page."""
        categories = [text for value in self.thing.all("categories")[:1] for text in texts(value)]
        return {
            "@type": "LocalBusiness",
            "name": self.name,
            "address": address(self.thing, document.countries),
            "telephone": self.phones,
            "url": url,
            "sameAs": [site for site in (self._website(document), *self.urls) if site],
            "category": categories,
            "geo": {"latitude": self.thing.text("latitude"), "longitude": self.thing.text("longitude")},
            "aggregateRating": {"ratingValue": self.thing.text("rating"), "reviewCount": self.thing.text("reviews")},
            "email": self.thing.text("email"),
            **_hours(self.thing.all("hours")),
        }

    @property
    def _has_own_name(self) -> bool:
        values = self.thing.values
        return any(plain(values.get(key)) for key in keys("name") if key not in keys("weak_name"))

    @property
    def _is_something_else(self) -> bool:
        kinds = (self.thing.values.get(key) for key in ("@type", "typename", "type"))
        return any(isinstance(kind, str) and kind.lower() in keys("not_a_business") for kind in kinds)

    def _website(self, document: Document) -> str:
        """The website, freed of the site's own redirector."""
        for value in self.thing.all("website"):
            text = plain(value)
            if text and " " not in text:
                is_whole = text.startswith(("http://", "https://", "/"))
                return unwrapped(Link(document.absolute(text if is_whole else f"http://{text}"), ""))
        return ""


def _numbers(value: Any) -> Iterator[str]:
    """The numbers in a value; a fax is none."""
    for part in value[:10] if isinstance(value, list) else [value]:
        kind = str(part.get("type") or part.get("kind") or "") if isinstance(part, dict) else ""
        number = plain(part).removeprefix("tel:").strip()
        if "fax" not in kind.lower() and _PHONE.fullmatch(number):
            yield number


def _hours(values: list[Any]) -> Item:
    """The first hours that can be read, under the name of schema.org that their shape asks for."""
    for value in values:
        if isinstance(value, dict):
            days = [(day, ", ".join(texts(times))) for day, times in value.items() if is_day(day)]
            if days:
                return {"openingHours": [f"{day} {times}" for day, times in days if times]}
        rows = value if isinstance(value, list) else [value]
        if rows and all(isinstance(row, str) for row in rows):
            return {"openingHours": rows}
        if rows and all(isinstance(row, dict) and "dayOfWeek" in row for row in rows):
            return {"openingHoursSpecification": rows}
    return {}

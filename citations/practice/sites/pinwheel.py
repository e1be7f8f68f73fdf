"""A directory drawn by its script: the page that HTTP gives is a shell without a single listing."""

import json
import re
from collections.abc import Callable, Mapping
from typing import ClassVar

from citations.practice.book import Profile
from citations.practice.markup import hours_rows
from citations.practice.sites.site import Answer, Site


class Pinwheel(Site):
    """Pinwheel Places."""

    id = "practice_pinwheel"
    name = "Pinwheel Places"
    tagline = "Places, as they turn up"
    template = "pinwheel.html"
    colour = "#6d28d9"
    phone = "(888) 555-0194"
    countries = ("US", "DE")
    search = "/explore?query={name}&near={city}"
    listing = "/place/{number}"
    results_marker = "[data-view=results]"
    no_results = ("Nothing here yet",)
    card = "[data-testid=hit]"
    fields: ClassVar[Mapping[str, str]] = {
        "name": "[data-testid=name]",
        "street": "[data-testid=street]",
        "city": "[data-testid=city]",
        "region": "[data-testid=region]",
        "postcode": "[data-testid=postcode]",
        "phone": "[data-testid=phone]",
        "website": "[data-testid=website]@href",
        "hours": "[data-testid=hours]",
    }
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"hours": str}

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The shell for every page; the data for the script."""
        if path == "/data/search":
            what, where = self.asked(query)
            return _as_json([self.facts(hit) for hit in self.book.search(what, where)])
        if found := re.fullmatch(r"/data/place/(\d+)", path):
            profile = self.book.profiles.get(int(found[1]))
            return _as_json(self.facts(profile) if profile else None, 200 if profile else 404)
        return super().answer(path, query, visit)

    def facts(self, profile: Profile) -> dict[str, object]:
        """One listing as the script takes it."""
        shown = profile.shown
        return {
            "href": self.path(profile),
            "name": shown.name,
            "street": shown.street_line,
            "city": shown.city,
            "country": shown.country,
            "badge": shown.badge,
            "region": shown.region,
            "postcode": shown.postcode,
            "phone": shown.phone,
            "website": shown.website,
            "kind": profile.trade.noun,
            "hours": hours_rows(shown),
            "similar": [{"href": self.path(other), "name": other.shown.name} for other in self.book.similar(profile)],
        }


def _as_json(value: object, status: int = 200) -> Answer:
    return Answer(json.dumps(value, ensure_ascii=False), status, "application/json")

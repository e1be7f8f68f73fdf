"""A directory behind a wall: after a few requests every answer is a challenge, sent as HTTP 200."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from citations.practice.book import Profile
from citations.practice.markup import local_business
from citations.practice.sites.site import Answer, Site
from citations.practice.tables import towns

REQUESTS_BEFORE_THE_WALL = 10


def spelt_out(region: str) -> str:
    """The full name of a state."""
    return next(town.region_name for town in towns() if town.region == region)


class Turnstile(Site):
    """Turnstile City Guide."""

    id = "practice_turnstile"
    name = "Turnstile City Guide"
    tagline = "One guide for every city"
    template = "turnstile.html"
    colour = "#0f766e"
    phone = "(888) 555-0195"
    search = "/companies?name={name}&city={city}"
    listing = "/company/{number}-{slug}"
    no_results = ("No companies found",)
    card = "section.company"
    fields: ClassVar[Mapping[str, str]] = {"hours": "ul.hours"}
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"region": spelt_out, "hours": str}
    walled = True
    wall_reasons = ("captcha", "blocked", "rate_limited")

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The page that was asked for, a few times; then the challenge, whatever is asked."""
        if visit > REQUESTS_BEFORE_THE_WALL and path != "/robots.txt":
            return Answer(self.page("challenge", what="", where="", token=f"{visit:08x}"))
        return super().answer(path, query, visit)

    def structured(self, profile: Profile) -> object:
        """The JSON-LD of one profile, as one of two blocks; the hours stand beside it in words."""
        data = local_business(profile.shown, profile.trade)
        data.pop("openingHours", None)
        return data | ({"url": profile.shown.website} if profile.shown.website else {})

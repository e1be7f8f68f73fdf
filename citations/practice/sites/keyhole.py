"""A directory whose listings stand only in the state that its pages embed; a page that is gone says so with 200."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from citations.practice.book import Profile
from citations.practice.hours import LONG
from citations.practice.shown import Shown
from citations.practice.sites.site import Answer, Site
from citations.words import Lifecycle

OPEN_OR_NOT = {
    Lifecycle.OPEN: "OPERATIONAL",
    Lifecycle.CLOSED: "CLOSED_PERMANENTLY",
    Lifecycle.TEMPORARILY_CLOSED: "CLOSED_TEMPORARILY",
    Lifecycle.MOVED: "MOVED",
}


class Keyhole(Site):
    """Keyhole Index: the state is that of a well-known framework; its script draws the page from it."""

    id = "practice_keyhole"
    name = "Keyhole Index"
    tagline = "Look in before you go"
    template = "keyhole.html"
    colour = "#1e3a8a"
    access = "http"
    phone = "(888) 555-0198"
    countries = ("US", "DE")
    search = "/browse?name={name}&city={city}"
    listing = "/place/{slug}-{number}"
    results_marker = "section[data-page=browse]"
    no_results = ("No places match",)
    says_gone = "gone_quietly"
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"hours": str}

    def results(self, query: str) -> Answer:
        """The page of results; the words that there are none are not left to the script."""
        what, where = self.asked(query)
        hits = self.book.search(what, where)
        places = [self.facts(hit) for hit in hits]
        state = _state("/browse", {"places": places, "total": len(places), "query": {"name": what, "city": where}})
        return Answer(self.page("results", what=what, where=where, state=state, hits=hits))

    def profile(self, number: int) -> Answer:
        """The page of one listing."""
        profile = self.book.profiles.get(number)
        if profile is None:
            return self.missing()
        nearby = [{"id": other.number, "name": other.shown.name} for other in self.book.similar(profile)]
        state = _state("/place/[slug]", {"place": self.facts(profile), "nearby": nearby})
        return Answer(self.page("profile", what="", where="", state=state, profile=profile))

    def missing(self) -> Answer:
        """The page for what is not there, sent as if it were there."""
        return Answer(self.page("missing", what="", where=""))

    def facts(self, profile: Profile) -> dict[str, object]:
        """One listing as the state holds it."""
        shown = profile.shown
        return {
            "id": profile.number,
            "name": shown.name,
            "url": self.path(profile),
            "category": profile.trade.noun,
            "address": {
                "street": shown.street_line,
                "city": shown.city,
                "state": shown.region,
                "postalCode": shown.postcode,
                "country": shown.country,
            },
            "phone": shown.phone,
            "website": shown.website,
            "openingHours": _hours(shown),
            "businessStatus": OPEN_OR_NOT[shown.lifecycle],
            "rating": profile.stars,
        }


def _hours(shown: Shown) -> object:
    """The hours by day, or the words in their place."""
    if isinstance(shown.hours, str):
        return shown.hours
    return [f"{day}: {'-'.join(span) if span else 'Closed'}" for day, span in zip(LONG, shown.hours, strict=True)]


def _state(page: str, props: dict[str, object]) -> dict[str, object]:
    return {"props": {"pageProps": props, "__N_SSP": True}, "page": page, "query": {}, "buildId": "practice"}

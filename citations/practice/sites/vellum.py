"""A directory of hCards that redirects: old addresses to new ones, dead ones home, strange towns to its own town."""

import re
from collections.abc import Callable, Mapping
from typing import ClassVar
from urllib.parse import urlencode

from citations.directory import slug
from citations.practice.book import Profile
from citations.practice.sites.site import Answer, Site
from citations.practice.tables import Town, towns

NOT_COVERED = 4  # one town in so many


class Vellum(Site):
    """Vellum Cards."""

    id = "practice_vellum"
    name = "Vellum Cards"
    tagline = "A card for every counter"
    template = "vellum.html"
    colour = "#155e75"
    phone = "(888) 555-0199"
    search = "/find?who={name}&near={city}"
    listing = "/v/{area}/{slug}-{number}/"
    results_marker = "ol#cards"
    no_results = ("No cards in this drawer",)
    fields: ClassVar[Mapping[str, str]] = {"hours": ".hours"}
    final_url_must_contain = "/find/{city_slug}"
    stray_reasons = ("weak_search",)
    says_gone = "gone_home"
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"hours": str}

    @classmethod
    def covers(cls, town: Town) -> bool:
        """Three towns in four."""
        return super().covers(town) and towns().index(town) % NOT_COVERED != 2

    @classmethod
    def known_path(cls, profile: Profile) -> str:
        """The address from before the site moved its cards."""
        return f"/card/{profile.number}"

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The page, or where it has moved to."""
        if found := re.fullmatch(r"/card/(\d+)", path):
            return self._moved_card(int(found[1]))
        if path == "/find":
            return self._drawer(query)
        if path.startswith(("/find/", "/v/")) and not path.endswith("/"):
            return _moved(f"{path}/?{query}".rstrip("?"), 308)
        if path.startswith("/find/"):
            return self.results(query)
        return super().answer(path, query, visit)

    def results(self, query: str) -> Answer:
        """The cards of a town that go with the words; all of them when a visitor was sent there from elsewhere."""
        what, where = self.asked(query)
        if self._covered(where):
            return super().results(query)
        home = self._home()
        return Answer(self.page("results", what=what, where=home, hits=list(self.book.near(home))[:20]))

    def _moved_card(self, number: int) -> Answer:
        profile = self.book.profiles.get(number)
        return _moved(self.path(profile), 301) if profile else self.profile(number)

    def profile(self, number: int) -> Answer:
        """The card; a visitor for one that was taken out is sent to the front page."""
        return _moved("/", 302) if number in self.book.gone else super().profile(number)

    def _drawer(self, query: str) -> Answer:
        """From the search to the drawer of the town: its own, or that of the site's home town."""
        what, where = self.asked(query)
        town = where if self._covered(where) else self._home()
        return _moved(f"/find/{slug(town)}/?{urlencode({'who': what, 'near': where})}", 302)

    def _covered(self, where: str) -> bool:
        return any(self.covers(town) and town.city.casefold() == where.casefold() for town in towns())

    @staticmethod
    def _home() -> str:
        return towns()[0].city


def _moved(to: str, status: int) -> Answer:
    return Answer("", status, headers={"Location": to})

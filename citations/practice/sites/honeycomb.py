"""A directory with class names that mean nothing, results over several pages, and a limit: 429, then fine again."""

from collections.abc import Callable, Mapping
from typing import ClassVar
from urllib.parse import parse_qs, urlencode
from zlib import crc32

from citations.practice.book import Profile
from citations.practice.sites.site import Answer, Site

HITS_A_PAGE = 7
OFTEN = 40  # one request in so many comes too soon
SECONDS_TO_WAIT = 1


class Honeycomb(Site):
    """Honeycomb Hub: lists everybody, those who pay before those who do not."""

    id = "practice_honeycomb"
    name = "Honeycomb Hub"
    tagline = "Every business in the hive"
    template = "honeycomb.html"
    colour = "#a16207"
    phone = "(888) 555-0197"
    search = "/s?term={name}&loc={city}"
    listing = "/profile/{slug}/{number}"
    results_marker = "[data-hive=results]"
    no_results = ("No bees at home",)
    lists_crowd = True
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"hours": str}

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The page that was asked for; now and then the word to ask again in a second."""
        if visit % OFTEN == 3 and path != "/robots.txt":
            wait = {"Retry-After": str(SECONDS_TO_WAIT)}
            return Answer(self.page("busy", what="", where=""), 429, headers=wait)
        return super().answer(path, query, visit)

    def results(self, query: str) -> Answer:
        """One page of the results, with links to the pages around it."""
        what, where = self.asked(query)
        hits = sorted(self.book.search(what, where), key=_has_not_paid)
        last = max(1, -(-len(hits) // HITS_A_PAGE))
        asked = parse_qs(query).get("page", ["1"])[0]
        page = min(int(asked), last) if asked.isdigit() and asked != "0" else 1
        shown = hits[(page - 1) * HITS_A_PAGE : page * HITS_A_PAGE]
        links = {each: "/s?" + urlencode({"term": what, "loc": where, "page": each}) for each in range(1, last + 1)}
        return Answer(
            self.page("results", what=what, where=where, hits=shown, count=len(hits), number=page, links=links)
        )

    def hashed(self, part: str) -> str:
        """The class names that a build gives to a part of a page."""
        value = crc32(f"{self.id}/{part}".encode())
        return f"css-{value:08x} _{value % 46_656:04x}"


def _has_not_paid(profile: Profile) -> bool:
    return profile.role != "crowd"

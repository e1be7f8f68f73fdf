"""A directory that lists few businesses and echoes every question: in the title, the heading and the search box."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from citations.practice.phone_book import in_dots
from citations.practice.sites.site import Site


class Whisperwell(Site):
    """Whisperwell Finder."""

    id = "practice_whisperwell"
    name = "Whisperwell Finder"
    tagline = "Ask, and it is told"
    template = "whisperwell.html"
    colour = "#9d174d"
    phone = "(888) 555-0196"
    tier = 3
    search = "/ask?for={name}&in={city}"
    listing = "/b/{number}"
    results_marker = "#answers"
    no_results = ("We found nothing for",)
    card = "article.hit"
    fields: ClassVar[Mapping[str, str]] = {
        "name": "h1, h2",
        "address": "address",
        "phone": "a.tel",
        "website": "a.site@href",
        "hours": ".times",
    }
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"phone": in_dots, "hours": str}
    cannot = frozenset({"address_unreadable", "phone_no_area_code"})
    skips = 0.5
    follows = False
    lists_strangers = False

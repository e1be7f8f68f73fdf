"""A directory of plain classes: many hits on a page, look-alikes among them, and an advertisement on top."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from citations.practice.sites.site import Site


class Lantern(Site):
    """Lantern Local."""

    id = "practice_lantern"
    name = "Lantern Local"
    tagline = "Find it round the corner"
    template = "lantern.html"
    colour = "#92400e"
    phone = "(888) 555-0193"
    search = "/search?search_terms={name}&geo_location_terms={city}"
    listing = "/{area}/mip/{slug}-{number}"
    results_marker = "h1.search-summary"
    no_results = ("We found no matches",)
    card = "div.result"
    sponsored = ".ad"
    fields: ClassVar[Mapping[str, str]] = {
        "name": ".business-name",
        "street": ".street-address",
        "city": ".locality",
        "region": ".region",
        "postcode": ".postal-code",
        "phone": ".phone-main",
        "website": "a.track-visit-website@href",
        "hours": ".open-hours",
    }
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"hours": str}
    follows = False

"""Canada411: people and businesses of Canada, from the data of YellowPages.ca.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name and place in the path, and by phone: working_scrapers;
- what a listing's address looks like no source says; names are h2.c411ListedName (single_scraper);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Canada411(Directory):
    """Canada411."""

    id = "canada411"
    name = "Canada411"
    domains = ("canada411.ca",)
    countries = ("CA",)
    family = "yellow_pages_canada"
    tier = 2
    searches = (
        Search(
            "https://www.canada411.ca/search/?stype=re&what={phone_national}",
            needs=("phone",),
            evidence="working_scrapers",
        ),
        Search(
            "https://www.canada411.ca/search/si/1/{name}/{city}+{region}/",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
        ),
    )
    cost = "free"
    fed_by = ("YellowPages.ca",)

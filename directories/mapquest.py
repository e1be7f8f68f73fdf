"""MapQuest: maps of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is built by two programs, none of which reads the page (working_scrapers); the page is
  drawn by scripts, so the browser is needed;
- listings are /us/<state>/<name>-<number> (real_urls);
- no selectors are known; JSON-LD was seen on listings (unverified), which the general readers know;
- it is fed by aggregators and by Yext; ratings are those of Yelp. What it says when it finds nothing is not
  known.
"""

from citations.directory import Directory, Search


class Mapquest(Directory):
    """MapQuest."""

    id = "mapquest"
    name = "MapQuest"
    domains = ("mapquest.com",)
    countries = ("US",)
    kind = "maps"
    tier = 2
    searches = (
        Search(
            "https://www.mapquest.com/search/results?query={name}+{city}+{region}",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?mapquest\.com/us/(?P<state>[a-z-]+)/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)/?($|[?#])"
    )
    listing_examples = ("https://www.mapquest.com/us/oregon/harbor-lane-bakery-555012345",)
    listing_evidence = "real_urls"
    claim_url = "https://www.mapquest.com/my-business"
    link_evidence = "guess"
    cost = "by way of aggregators"
    fed_by = ("Yext", "aggregators")

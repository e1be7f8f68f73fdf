"""True Local: general directory of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name, suburb and state in the path: working_scrapers; drawn by scripts; further pages by ?page=N;
- listings are /business/<name>/<suburb> (real_urls);
- cards are .search-result (single_scraper, old); programs were answered with nothing at times; what it says
  when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class TrueLocal(Directory):
    """True Local."""

    id = "truelocal"
    name = "True Local"
    domains = ("truelocal.com.au",)
    countries = ("AU",)
    tier = 2
    searches = (
        Search(
            "https://www.truelocal.com.au/search/{name}/{city_slug}-{region_slug}",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
        ),
    )
    card = "div.search-result"
    listing_pattern = r"^https?://(www\.)?truelocal\.com\.au/business/(?P<slug>[a-z0-9-]+)/(?P<suburb>[a-z-]+)"
    listing_examples = ("https://www.truelocal.com.au/business/harbour-lane-bakery/cairns",)
    listing_evidence = "real_urls"
    cost = "free"

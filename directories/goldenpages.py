"""Golden Pages: the yellow pages of Ireland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by place and name in the path: working_scrapers (four); further pages by a number at the end;
- listings are /<name and place>/ (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class GoldenPages(Directory):
    """Golden Pages."""

    id = "goldenpages"
    name = "Golden Pages"
    domains = ("goldenpages.ie",)
    countries = ("IE",)
    tier = 1
    searches = (
        Search(
            "https://www.goldenpages.ie/q/business/advanced/where/{city}/what/{name}/",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = r"^https?://(www\.)?goldenpages\.ie/(?P<slug>[a-z0-9]+(-[A-Za-z0-9]+)+)/?($|[?#])"
    listing_examples = ("https://www.goldenpages.ie/harbour-lane-bakery-galway/",)
    listing_evidence = "real_urls"
    cost = "free for the basic entry"

"""192.com: general directory of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by search and location: single_scraper; further pages by &page=N;
- listings are /businesses/details/<area>/<name>/<number>/ (single_scraper);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class OneNineTwo(Directory):
    """192.com."""

    id = "192_com"
    name = "192.com"
    domains = ("192.com",)
    countries = ("GB",)
    tier = 2
    searches = (
        Search(
            "https://www.192.com/businesses/search/?search={name}&location={city}&page=1",
            needs=("name", "city"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?192\.com/businesses/details/(?P<area>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+)/(?P<id>\d+)"
    )
    listing_examples = ("https://www.192.com/businesses/details/bristol/harbour-lane-bakery/555012/",)
    listing_evidence = "single_scraper"
    cost = "free"

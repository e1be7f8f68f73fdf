"""CitySquares: neighbourhood directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by term and location: single_scraper, of about 2018;
- listings are /b/<name>-<number> (real_urls); the selectors known are as old and left out;
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class CitySquares(Directory):
    """CitySquares."""

    id = "citysquares"
    name = "CitySquares"
    domains = ("citysquares.com",)
    countries = ("US",)
    kind = "hyperlocal"
    tier = 2
    searches = (
        Search(
            "https://citysquares.com/search?search%5Bterm%5D={name}&search%5Blocation%5D={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = r"^https?://(www\.)?citysquares\.com/b/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    listing_examples = ("https://citysquares.com/b/harbor-lane-bakery-55501234",)
    listing_evidence = "real_urls"
    submit_url = "https://citysquares.com/signup"
    link_evidence = "guess"
    cost = "free, with an account"

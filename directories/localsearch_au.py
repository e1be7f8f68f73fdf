"""Localsearch: general directory of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- a listing is taken to be /profile/<name>/<suburb> (guess); its page for adding a business answered on
  2026-08-23.
"""

from citations.directory import Directory, Search


class Localsearch(Directory):
    """Localsearch."""

    id = "localsearch_au"
    name = "Localsearch"
    domains = ("localsearch.com.au",)
    countries = ("AU",)
    tier = 2
    searches = (
        Search(
            "https://www.localsearch.com.au/find/{name}/{city}-{region}",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?localsearch\.com\.au/profile/(?P<slug>[a-z0-9-]+)/(?P<suburb>[a-z-]+)"
    listing_examples = ("https://www.localsearch.com.au/profile/harbour-lane-bakery/cairns",)
    listing_evidence = "guess"

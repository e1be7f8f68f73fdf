"""Localsearch: general directory of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /profile/<name>/<suburb-state>/<id>, without the suburb for some (real_urls); its page for adding a
  business answered on 2026-08-23.
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
    listing_pattern = r"^https?://(www\.)?localsearch\.com\.au/profile/(?P<slug>[a-z0-9-]+)/([a-z-]+/)?(?P<id>\w+)"
    listing_examples = ("https://www.localsearch.com.au/profile/harbour-lane-bakery/cairns-qld/h555",)
    listing_evidence = "real_urls"

"""Cybo: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are as in listing_pattern (real_urls).
"""

from citations.directory import Directory, Search


class Cybo(Directory):
    """Cybo."""

    id = "cybo"
    name = "Cybo"
    domains = ("cybo.com",)
    tier = 3
    searches = (Search("https://www.cybo.com/search/?q={name}", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?cybo\.com/(?P<country>[A-Z]{2})-biz/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.cybo.com/US-biz/harbor-lane-bakery",)
    listing_evidence = "real_urls"

"""Insider Pages: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /profile/<number> (real_urls); the number is that of eLocal.
"""

from citations.directory import Directory, Search


class InsiderPages(Directory):
    """Insider Pages."""

    id = "insiderpages"
    name = "Insider Pages"
    domains = ("insiderpages.com",)
    countries = ("US",)
    family = "elocal"
    family_listing = "https://www.insiderpages.com/profile/{id}"
    tier = 3
    searches = (Search("https://www.insiderpages.com/search?q={name}", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?insiderpages\.com/profile/(?P<id>\d+)"
    listing_examples = ("https://www.insiderpages.com/profile/55501234",)
    listing_evidence = "real_urls"

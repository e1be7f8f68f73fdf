"""Checkatrade: tradespeople of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /trades/<name in one word> (real_urls); with a place behind it the page is a list.
"""

from citations.directory import Directory, Search


class Checkatrade(Directory):
    """Checkatrade."""

    id = "checkatrade"
    name = "Checkatrade"
    domains = ("checkatrade.com",)
    countries = ("GB",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    searches = (
        Search(
            "https://www.checkatrade.com/search/?what={name}&where={city}", needs=("name", "city"), evidence="guess"
        ),
    )
    listing_pattern = r"^https?://(www\.)?checkatrade\.com/trades/(?P<slug>[A-Za-z0-9-]+)/?($|[?#])"
    listing_examples = ("https://www.checkatrade.com/trades/HarbourLanePlumbing",)
    listing_evidence = "real_urls"
    cost = "paid"

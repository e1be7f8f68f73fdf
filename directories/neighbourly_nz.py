"""Neighbourly: pages of neighbourhoods in New Zealand and their businesses.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; lists are /business/list/<trade>/<region>/<town>;
- listings are /business/<name> (one address of a business).
"""

from citations.directory import Directory


class Neighbourly(Directory):
    """Neighbourly."""

    id = "neighbourly_nz"
    name = "Neighbourly"
    domains = ("neighbourly.co.nz",)
    countries = ("NZ",)
    kind = "hyperlocal"
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?neighbourly\.co\.nz/business/(?!list)(?P<slug>[a-z0-9-]+)/?($|[?#])"
    listing_examples = ("https://www.neighbourly.co.nz/business/harbour-lane-bakery",)
    listing_evidence = "single_scraper"
    cost = "free"

"""weddingsonline: wedding businesses of Ireland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- lists go by trade; no search by name is known;
- listings are /suppliers/<name> (one address of a business).
"""

from citations.directory import Directory


class WeddingsOnline(Directory):
    """weddingsonline."""

    id = "weddingsonline"
    name = "weddingsonline"
    domains = ("weddingsonline.ie",)
    countries = ("IE",)
    kind = "industry"
    industries = ("weddings", "events")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?weddingsonline\.ie/suppliers/(?!wedding-)(?P<slug>[a-z0-9-]+)/?($|[?#])"
    listing_examples = ("https://www.weddingsonline.ie/suppliers/harbour-lane-bridal",)
    listing_evidence = "single_scraper"
    cost = "paid"

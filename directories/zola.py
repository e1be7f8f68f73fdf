"""Zola: wedding businesses of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- lists go by trade and place; no search by name is known;
- listings are /wedding-vendors/<trade>/<name> (real_urls).
"""

from citations.directory import Directory


class Zola(Directory):
    """Zola."""

    id = "zola"
    name = "Zola"
    domains = ("zola.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("weddings", "events")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?zola\.com/wedding-vendors/(?!search)(?P<trade>[a-z-]+)/"
        r"(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.zola.com/wedding-vendors/wedding-venues/harbor-lane-bridal",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

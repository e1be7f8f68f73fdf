"""Mappy: maps of France with its businesses.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; its pages are drawn by scripts;
- a place is fr.mappy.com/poi/<id> (real_urls).
"""

from citations.directory import Directory


class Mappy(Directory):
    """Mappy."""

    id = "mappy"
    name = "Mappy"
    domains = ("mappy.com",)
    countries = ("FR",)
    kind = "maps"
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(fr|www)\.mappy\.com/poi/(?P<id>[0-9a-f]{24})"
    listing_examples = ("https://fr.mappy.com/poi/5550c28e84ae4bef54e30123",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("PagesJaunes",)

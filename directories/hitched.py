"""Hitched: wedding businesses of Britain; of the house of The Knot.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- lists go by trade and place; no search by name is known;
- listings are /wedding-<trade>/<name>_<number>.htm (real_urls).
"""

from citations.directory import Directory


class Hitched(Directory):
    """Hitched."""

    id = "hitched"
    name = "Hitched"
    domains = ("hitched.co.uk",)
    countries = ("GB",)
    kind = "industry"
    industries = ("weddings", "events")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?hitched\.co\.uk/wedding-(?P<trade>[a-z-]+)/"
        r"(?P<slug>[a-z0-9-]+)_(?P<id>\d+)\.htm"
    )
    listing_examples = ("https://www.hitched.co.uk/wedding-venues/harbour-lane-bridal_55501.htm",)
    listing_evidence = "real_urls"
    cost = "free, more is paid"

"""Booksy: bookings with hairdressers and beauty salons in several countries.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search goes by treatment and place, not by name;
- listings are /<language-country>/<number>_<name>_<trade>_<number>_<city> (real_urls).
"""

from citations.directory import Directory


class Booksy(Directory):
    """Booksy."""

    id = "booksy"
    name = "Booksy"
    domains = ("booksy.com",)
    countries = ("US", "GB", "CA", "IE", "FR", "ES", "PL")
    kind = "industry"
    industries = ("beauty",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?booksy\.com/[a-z]{2}-[a-z]{2}/(?P<id>\d+)_(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://booksy.com/en-us/555012_harbor-lane-salon_hair-salon_5550_portland",)
    listing_evidence = "real_urls"
    cost = "paid"

"""Fresha: bookings with hairdressers and beauty salons in every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search goes by treatment and place, not by name;
- listings are /a/<name, city, street and id> (real_urls).
"""

from citations.directory import Directory


class Fresha(Directory):
    """Fresha."""

    id = "fresha"
    name = "Fresha"
    domains = ("fresha.com",)
    kind = "industry"
    industries = ("beauty",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?fresha\.com/([a-z]{2}/)?a/(?P<slug>[a-z0-9-]+)-(?P<id>[a-z0-9]{8})"
    listing_examples = ("https://www.fresha.com/a/harbor-lane-salon-portland-12-harbor-lane-h5550123",)
    listing_evidence = "real_urls"
    cost = "paid by the booking"

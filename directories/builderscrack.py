"""Builderscrack: tradespeople of New Zealand.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /tradies/<id>/<name> (real_urls).
"""

from citations.directory import Directory


class Builderscrack(Directory):
    """Builderscrack."""

    id = "builderscrack"
    name = "Builderscrack"
    domains = ("builderscrack.co.nz",)
    countries = ("NZ",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?builderscrack\.co\.nz/tradies/(?P<id>\w+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.builderscrack.co.nz/tradies/h5550/harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

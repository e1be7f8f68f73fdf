"""Oneflare: services of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /b/<name> (real_urls).
"""

from citations.directory import Directory


class Oneflare(Directory):
    """Oneflare."""

    id = "oneflare"
    name = "Oneflare"
    domains = ("oneflare.com.au",)
    countries = ("AU",)
    kind = "industry"
    industries = ("home_services", "contractors", "events")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?oneflare\.com\.au/b/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.oneflare.com.au/b/harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

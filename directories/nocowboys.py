"""NoCowboys: reviews of tradespeople in New Zealand.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /businesses/<name> (real_urls).
"""

from citations.directory import Directory


class NoCowboys(Directory):
    """NoCowboys."""

    id = "nocowboys"
    name = "NoCowboys"
    domains = ("nocowboys.co.nz",)
    countries = ("NZ",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?nocowboys\.co\.nz/businesses/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.nocowboys.co.nz/businesses/harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid"

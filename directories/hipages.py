"""hipages: tradespeople of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /connect/<name in one word> (real_urls).
"""

from citations.directory import Directory


class HiPages(Directory):
    """hipages."""

    id = "hipages"
    name = "hipages"
    domains = ("hipages.com.au",)
    countries = ("AU",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?hipages\.com\.au/connect/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.hipages.com.au/connect/harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

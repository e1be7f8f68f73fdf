"""HomeStars: tradespeople of Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /companies/<number>-<name> (real_urls).
"""

from citations.directory import Directory


class HomeStars(Directory):
    """HomeStars."""

    id = "homestars"
    name = "HomeStars"
    domains = ("homestars.com",)
    countries = ("CA",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?homestars\.com/companies/(?P<id>\d+)-(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.homestars.com/companies/5550123-harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

"""Bark: a marketplace of services in Britain, Ireland and the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /en/<country>/company/<name>/ or /en/<country>/b/<name>/<id>/ (real_urls).
"""

from citations.directory import Directory


class Bark(Directory):
    """Bark."""

    id = "bark"
    name = "Bark"
    domains = ("bark.com",)
    countries = ("GB", "US", "IE")
    kind = "industry"
    industries = ("home_services", "contractors", "events", "lessons")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?bark\.com/en/(?P<country>[a-z]{2})/(company|b)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.bark.com/en/gb/company/harbour-lane-plumbing/",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

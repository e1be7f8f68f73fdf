"""Rated People: tradespeople of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /profile/<name> (real_urls).
"""

from citations.directory import Directory


class RatedPeople(Directory):
    """Rated People."""

    id = "rated_people"
    name = "Rated People"
    domains = ("ratedpeople.com",)
    countries = ("GB",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?ratedpeople\.com/profile/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.ratedpeople.com/profile/harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

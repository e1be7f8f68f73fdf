"""Trulia: estate agents of the United States; it belongs to Zillow.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; the house's sites keep programs out with a wall, so expect one;
- an agent is /profile/<name, agent, place and id> (real_urls).
"""

from citations.directory import Directory


class Trulia(Directory):
    """Trulia."""

    id = "trulia"
    name = "Trulia"
    domains = ("trulia.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?trulia\.com/profile/(?P<slug>[a-z0-9-]+)-(?P<id>\w+)"
    listing_examples = ("https://www.trulia.com/profile/harbor-lane-realty-agent-portland-or-z5550123/",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("Zillow",)

"""Homes.com: estate agents of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- an agent is /real-estate-agents/<name>/<id>/ (real_urls).
"""

from citations.directory import Directory


class HomesCom(Directory):
    """Homes.com."""

    id = "homes_com"
    name = "Homes.com"
    domains = ("homes.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?homes\.com/real-estate-agents/(?P<slug>[a-z0-9-]+)/(?P<id>\w+)"
    listing_examples = ("https://www.homes.com/real-estate-agents/harbor-lane-realty/h5550/",)
    listing_evidence = "real_urls"
    cost = "free, more is paid"

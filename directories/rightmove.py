"""Rightmove: estate agents of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by an agent's name is known;
- an agent is /estate-agents/agent/<Company>/<Branch>-<number>.html (real_urls).
"""

from citations.directory import Directory


class Rightmove(Directory):
    """Rightmove."""

    id = "rightmove"
    name = "Rightmove"
    domains = ("rightmove.co.uk",)
    countries = ("GB",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access_note = "It has no search by an agent's name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?rightmove\.co\.uk/estate-agents/agent/(?P<company>[\w-]+)/"
        r"(?P<slug>[\w-]+)-(?P<id>\d+)\.html"
    )
    listing_examples = ("https://www.rightmove.co.uk/estate-agents/agent/Harbour-Lane-Realty/Bristol-55501.html",)
    listing_evidence = "real_urls"
    cost = "paid"

"""RateMyAgent: reviews of estate agents in Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name that an address leads to is known;
- an agent is /real-estate-agent/<name>-<id> (real_urls); an agency is taken to be alike (guess).
"""

from citations.directory import Directory


class RateMyAgent(Directory):
    """RateMyAgent."""

    id = "ratemyagent"
    name = "RateMyAgent"
    domains = ("ratemyagent.com.au",)
    countries = ("AU",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?ratemyagent\.com\.au/real-estate-(agent|agency)/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>\w{5})(?=$|[/?#])"
    )
    listing_examples = ("https://www.ratemyagent.com.au/real-estate-agency/harbour-lane-realty-h5550",)
    listing_evidence = "real_urls"
    cost = "free, more is paid"

"""TrustATrader: tradespeople of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name: people post a job or browse by trade and place;
- listings are /traders/<name, trade and place> (real_urls).
"""

from citations.directory import Directory


class TrustATrader(Directory):
    """TrustATrader."""

    id = "trustatrader"
    name = "TrustATrader"
    domains = ("trustatrader.com",)
    countries = ("GB",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?trustatrader\.com/traders/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.trustatrader.com/traders/harbour-lane-plumbing-plumbers-bristol",)
    listing_evidence = "real_urls"
    cost = "paid"

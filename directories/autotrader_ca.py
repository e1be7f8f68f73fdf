"""AutoTrader.ca: car dealers of Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by a dealer's name is known;
- a dealer is /dealers/<number> (real_urls).
"""

from citations.directory import Directory


class AutoTraderCa(Directory):
    """AutoTrader.ca."""

    id = "autotrader_ca"
    name = "AutoTrader.ca"
    domains = ("autotrader.ca",)
    countries = ("CA",)
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 2
    access_note = "It has no search by a dealer's name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?autotrader\.ca/dealers/(?P<id>\d+)"
    listing_examples = ("https://www.autotrader.ca/dealers/55501234",)
    listing_evidence = "real_urls"
    cost = "paid"

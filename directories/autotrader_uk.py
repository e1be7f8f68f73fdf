"""Auto Trader: car dealers of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by a dealer's name is known;
- a dealer is /dealers/<county>/<town>/<name>-<number> (real_urls).
"""

from citations.directory import Directory


class AutoTraderUk(Directory):
    """Auto Trader."""

    id = "autotrader_uk"
    name = "Auto Trader"
    domains = ("autotrader.co.uk",)
    countries = ("GB",)
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 2
    access_note = "It has no search by a dealer's name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?autotrader\.co\.uk/dealers/(?P<county>[a-z-]+)/(?P<town>[a-z-]+)/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    )
    listing_examples = ("https://www.autotrader.co.uk/dealers/avon/bristol/harbour-lane-motors-5550123",)
    listing_evidence = "real_urls"
    cost = "paid"

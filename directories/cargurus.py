"""CarGurus: car dealers of the United States and Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by a dealer's name is known;
- a dealer is /Cars/m-<Name>-sp<number> (real_urls).
"""

from citations.directory import Directory


class CarGurus(Directory):
    """CarGurus."""

    id = "cargurus"
    name = "CarGurus"
    domains = ("cargurus.com", "cargurus.ca")
    countries = ("US", "CA")
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 2
    access_note = "It has no search by a dealer's name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?cargurus\.(com|ca)/Cars/m-(?P<slug>[\w-]+)-sp(?P<id>\d+)"
    listing_examples = ("https://www.cargurus.com/Cars/m-Harbor-Lane-Motors-sp555012",)
    listing_evidence = "real_urls"
    cost = "paid"

"""Edmunds: reviews of car dealers in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by a dealer's name is known;
- a dealer is /dealerships/all/<state>/<city>/<Name>/ (one address of a dealer).
"""

from citations.directory import Directory


class Edmunds(Directory):
    """Edmunds."""

    id = "edmunds"
    name = "Edmunds"
    domains = ("edmunds.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 3
    access_note = "It has no search by a dealer's name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?edmunds\.com/dealerships/all/(?P<state>[a-z]+)/(?P<city>[a-z]+)/"
        r"(?P<slug>\w+)"
    )
    listing_examples = ("https://www.edmunds.com/dealerships/all/oregon/portland/HarborLaneMotors/",)
    listing_evidence = "single_scraper"
    cost = "paid"

"""DealerRater: reviews of car dealers in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /dealer/<Name>-dealer-reviews-<number>/ (working_scrapers);
- JSON-LD on its pages describes cars, not the dealer, and the general readers pass it over.
"""

from citations.directory import Directory


class DealerRater(Directory):
    """DealerRater."""

    id = "dealerrater"
    name = "DealerRater"
    domains = ("dealerrater.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?dealerrater\.com/dealer/(?P<slug>[A-Za-z0-9-]+?)-(dealer-reviews|review)-(?P<id>\d+)/"
    )
    listing_examples = ("https://www.dealerrater.com/dealer/Harbor-Lane-Motors-dealer-reviews-55501/",)
    listing_evidence = "working_scrapers"

"""Misterwhat: general directory with a host for each country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /company/<number>-<name> (one address of a British business).
"""

from citations.directory import Directory, Search


class MisterWhat(Directory):
    """Misterwhat."""

    id = "misterwhat"
    name = "Misterwhat"
    domains = ("misterwhat.co.uk", "misterwhat.fr", "misterwhat.de", "misterwhat.nl")
    countries = ("GB", "FR", "DE", "NL")
    tier = 3
    searches = (
        Search(
            "https://www.misterwhat.co.uk/search?q={name}&near={postcode}",
            needs=("name", "postcode"),
            evidence="guess",
            countries=("GB",),
        ),
    )
    listing_pattern = r"^https?://(www\.)?misterwhat\.(co\.uk|fr|de|nl)/company/(?P<id>\d+)-(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.misterwhat.co.uk/company/5550123-harbour-lane-bakery-bristol",)
    listing_evidence = "single_scraper"
    cost = "free"

"""Zillow: profiles of estate agents in the United States; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- programs meet a wall that one scraper passes only in disguise, which this program never does;
- agents are browsed by place (working_scrapers), not by name: the address is a link for a person, and graded a
  guess;
- a profile is /profile/<screen name> (real_urls), which does not follow from the business's name.
"""

from citations.directory import Directory, Search


class Zillow(Directory):
    """Zillow."""

    id = "zillow"
    name = "Zillow"
    domains = ("zillow.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access = "assisted"
    access_note = "It keeps programs out with a wall: a person opens the page."
    searches = (
        Search(
            "https://www.zillow.com/professionals/real-estate-agent-reviews/{city_slug}-{region_slug}/?page=1",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?zillow\.com/profile/(?P<id>[A-Za-z0-9_.-]+)/?($|[?#])"
    listing_examples = ("https://www.zillow.com/profile/harborlanerealty1",)
    listing_evidence = "real_urls"
    cost = "free"

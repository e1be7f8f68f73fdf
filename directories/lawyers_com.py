"""Lawyers.com: lawyers of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /<city>/<state>/<name>-<number>-f (one address of a firm, and the shape that one scraper expects).
"""

from citations.directory import Directory, Search


class LawyersCom(Directory):
    """Lawyers.com."""

    id = "lawyers_com"
    name = "Lawyers.com"
    domains = ("lawyers.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    searches = (
        Search("https://www.lawyers.com/search/?q={name}&loc={city}", needs=("name", "city"), evidence="guess"),
    )
    listing_pattern = (
        r"^https?://(www\.)?lawyers\.com/(?P<city>[a-z-]+)/(?P<state>[a-z-]+)/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)-[a-z]"
    )
    listing_examples = ("https://www.lawyers.com/portland/oregon/harbor-lane-law-55501234-f/",)
    listing_evidence = "single_scraper"

"""Judy's Book: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /<name, trade and city>-r<number>.htm (one address, of about 2013).
"""

from citations.directory import Directory, Search


class JudysBook(Directory):
    """Judy's Book."""

    id = "judysbook"
    name = "Judy's Book"
    domains = ("judysbook.com",)
    countries = ("US",)
    tier = 3
    searches = (Search("https://www.judysbook.com/search?q={name}", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?judysbook\.com/(?P<slug>[^/?#]+)-r(?P<id>\d+)\.html?"
    listing_examples = ("https://www.judysbook.com/Harbor-Lane-Bakery-portland-r55501234.htm",)
    listing_evidence = "single_scraper"
    claim_url = "https://www.judysbook.com/claim"
    link_evidence = "guess"

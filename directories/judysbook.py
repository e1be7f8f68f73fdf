"""Judy's Book: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- what a listing's address looks like no source says.
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
    claim_url = "https://www.judysbook.com/claim"
    link_evidence = "guess"

"""Opendi: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- what a listing's address looks like no source says.
"""

from citations.directory import Directory, Search


class Opendi(Directory):
    """Opendi."""

    id = "opendi"
    name = "Opendi"
    domains = ("opendi.us",)
    countries = ("US",)
    tier = 3
    searches = (Search("https://www.opendi.us/search?q={name}&l={city}", needs=("name", "city"), evidence="guess"),)
    submit_url = "https://www.opendi.us/add-business.html"
    link_evidence = "guess"

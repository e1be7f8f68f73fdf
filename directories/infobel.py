"""Infobel: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- what a listing's address looks like no source says.
"""

from citations.directory import Directory, Search


class Infobel(Directory):
    """Infobel."""

    id = "infobel"
    name = "Infobel"
    domains = ("infobel.com",)
    tier = 3
    searches = (Search("https://www.infobel.com/en/world/search?name={name}", needs=("name",), evidence="guess"),)

"""Lawyers.com: lawyers of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- what a listing's address looks like no source says.
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

"""Care.com: care of children and the aged in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- what a listing's address looks like no source says.
"""

from citations.directory import Directory, Search


class CareCom(Directory):
    """Care.com."""

    id = "care_com"
    name = "Care.com"
    domains = ("care.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("childcare", "senior_care")
    tier = 2
    searches = (Search("https://www.care.com/search?q={name}", needs=("name",), evidence="guess"),)

"""iBegin: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- what a listing's address looks like no source says; its page for signing up answered on 2026-08-23.
"""

from citations.directory import Directory, Search


class IBegin(Directory):
    """iBegin."""

    id = "ibegin"
    name = "iBegin"
    domains = ("ibegin.com",)
    countries = ("US",)
    tier = 3
    searches = (Search("https://www.ibegin.com/search/?q={name}&l={city}", needs=("name", "city"), evidence="guess"),)
    cost = "free"

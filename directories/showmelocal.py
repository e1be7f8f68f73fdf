"""ShowMeLocal: general directory of several countries.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /<number>-<name-city> (real_urls);
- its pages for adding a listing answered 404 on 2026-08-23, so none is given.
"""

from citations.directory import Directory, Search


class ShowMeLocal(Directory):
    """ShowMeLocal."""

    id = "showmelocal"
    name = "ShowMeLocal"
    domains = ("showmelocal.com",)
    tier = 3
    searches = (
        Search("https://www.showmelocal.com/search.aspx?q={name}&l={city}", needs=("name", "city"), evidence="guess"),
    )
    listing_pattern = r"^https?://(www|global)\.showmelocal\.com/(?P<id>\d+)-(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.showmelocal.com/55501234-harbor-lane-bakery-portland",)
    listing_evidence = "real_urls"
    cost = "free"

"""Local.com: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess; an old robots.txt leaves it open;
- no address of a real listing was found, so a listing's has to be taken as it is given;
- it is fed by aggregators.
"""

from citations.directory import Directory, Search


class LocalCom(Directory):
    """Local.com."""

    id = "local_com"
    name = "Local.com"
    domains = ("local.com",)
    countries = ("US",)
    tier = 3
    searches = (
        Search(
            "https://www.local.com/business/results/?keyword={name}&location={city}",
            needs=("name", "city"),
            evidence="guess",
        ),
    )
    cost = "by way of aggregators"
    fed_by = ("aggregators",)

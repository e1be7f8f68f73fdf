"""Local.com: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess; an old robots.txt leaves it open;
- listings are /business/details/<city>-<state>/<name>-<number> (real_urls, some years old);
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
    listing_pattern = (
        r"^https?://(www\.)?local\.com/business/details/(yx/)?(?P<city>[a-z-]+)-(?P<state>[a-z]{2})/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    )
    listing_examples = ("https://www.local.com/business/details/portland-or/harbor-lane-bakery-55501234/",)
    listing_evidence = "real_urls"
    cost = "by way of aggregators"
    fed_by = ("aggregators",)

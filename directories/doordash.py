"""DoorDash: restaurants that deliver, in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess; drawn by scripts;
- listings are /store/<name and number> (single_scraper).
"""

from citations.directory import Directory, Search


class DoorDash(Directory):
    """DoorDash."""

    id = "doordash"
    name = "DoorDash"
    domains = ("doordash.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("restaurants",)
    tier = 2
    searches = (Search("https://www.doordash.com/search/store/{name}/", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?doordash\.com/store/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.doordash.com/store/harbor-lane-bistro-portland-555012/",)
    listing_evidence = "single_scraper"
    cost = "paid"

"""Tuugo: general directory of the United States and Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are as in listing_pattern (real_urls). Its British host is said to block programs.
"""

from citations.directory import Directory, Search


class Tuugo(Directory):
    """Tuugo."""

    id = "tuugo"
    name = "Tuugo"
    domains = ("tuugo.us", "tuugo.co.uk")
    countries = ("US", "GB")
    tier = 3
    searches = (Search("https://www.tuugo.us/search?q={name}", needs=("name",), evidence="guess", countries=("US",)),)
    listing_pattern = r"^https?://(www\.)?tuugo\.[a-z.]+/Companies/(?P<slug>[a-z0-9-]+)/(?P<id>\d+)"
    listing_examples = ("https://www.tuugo.us/Companies/harbor-lane-bakery/0310005550123",)
    listing_evidence = "real_urls"

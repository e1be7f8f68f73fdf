"""Tuugo: general directory with a host for each country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are as in listing_pattern (real_urls for the American host; the others are those that other tools name).
  Its British host is said to block programs.
"""

from citations.directory import Directory, Search


class Tuugo(Directory):
    """Tuugo."""

    id = "tuugo"
    name = "Tuugo"
    domains = ("tuugo.us", "tuugo.co.uk", "tuugo.ie", "tuugo.com.au", "tuugo.fr", "tuugo.es")
    countries = ("US", "GB", "IE", "AU", "FR", "ES")
    tier = 3
    searches = (Search("https://www.tuugo.us/search?q={name}", needs=("name",), evidence="guess", countries=("US",)),)
    listing_pattern = r"^https?://(www\.)?tuugo\.[a-z.]+/Companies/(?P<slug>[a-z0-9-]+)/(?P<id>\d+)"
    listing_examples = ("https://www.tuugo.us/Companies/harbor-lane-bakery/0310005550123",)
    listing_evidence = "real_urls"

"""AutoScout24: car dealers of Germany and Austria.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by a dealer's name is known;
- a dealer is /haendler/<name> (real_urls, in Germany); state of Next.js names its site (single_scraper).
"""

from citations.directory import Directory


class AutoScout24(Directory):
    """AutoScout24."""

    id = "autoscout24"
    name = "AutoScout24"
    domains = ("autoscout24.de", "autoscout24.at")
    countries = ("DE", "AT")
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 2
    access_note = "It has no search by a dealer's name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?autoscout24\.(de|at)/haendler/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.autoscout24.de/haendler/hafen-motors-gmbh",)
    listing_evidence = "real_urls"
    cost = "paid"

"""Stadtbranchenbuch: general directory of Germany, a host for each city.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are <city>.stadtbranchenbuch.com/<number>.html (real_urls); it belongs to Opendi.
"""

from citations.directory import Directory


class Stadtbranchenbuch(Directory):
    """Stadtbranchenbuch."""

    id = "stadtbranchenbuch"
    name = "Stadtbranchenbuch"
    domains = ("stadtbranchenbuch.com",)
    countries = ("DE",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(?P<city>[a-z0-9-]+)\.stadtbranchenbuch\.com/(?P<id>\d+)\.html"
    listing_examples = ("https://koeln.stadtbranchenbuch.com/55501234.html",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("owners", "uberall")

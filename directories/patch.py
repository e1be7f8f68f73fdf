"""Patch: local news with business listings in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /<state>/<town>/business/listing/<number>/<name> (real_urls); it is
  fed by owners.
"""

from citations.directory import Directory


class Patch(Directory):
    """Patch."""

    id = "patch"
    name = "Patch"
    domains = ("patch.com",)
    countries = ("US",)
    kind = "hyperlocal"
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?patch\.com/(?P<state>[a-z-]+)/(?P<city>[a-z-]+)/business/listing/(?P<id>\d+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://patch.com/oregon/portland/business/listing/555123/harbor-lane-bakery",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("owners",)

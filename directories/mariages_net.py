"""Mariages.net: wedding businesses of France; of the house of The Knot.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- lists go by trade and place; no search by name is known;
- listings are /<trade>/<name>--e<number> (real_urls).
"""

from citations.directory import Directory


class MariagesNet(Directory):
    """Mariages.net."""

    id = "mariages_net"
    name = "Mariages.net"
    domains = ("mariages.net",)
    countries = ("FR",)
    kind = "industry"
    industries = ("weddings", "events")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?mariages\.net/(?P<trade>[a-z-]+)/(?P<slug>[a-z0-9-]+)--e(?P<id>\d+)"
    listing_examples = ("https://www.mariages.net/robe-de-mariee/bridal-du-port--e55501",)
    listing_evidence = "real_urls"
    cost = "free, more is paid"

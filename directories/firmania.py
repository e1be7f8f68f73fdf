"""Firmania: opening hours of businesses in several countries, of the same making as Find-Open.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /<city>/<name>-<number> (real_urls, in Germany, Canada, Italy and South Africa).
"""

from citations.directory import Directory


class Firmania(Directory):
    """Firmania."""

    id = "firmania"
    name = "Firmania"
    domains = ("firmania.de", "firmania.co.uk", "firmania.ca", "firmania.it", "firmania.co.za")
    countries = ("DE", "GB", "CA", "IT", "ZA")
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?firmania\.(de|co\.uk|ca|it|co\.za)/(?P<city>[a-z-]+)/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    )
    listing_examples = ("https://firmania.de/koeln/hafen-elektro-gmbh-5550123",)
    listing_evidence = "real_urls"

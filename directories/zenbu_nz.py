"""Zenbu: a map of places in New Zealand that anybody may edit.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it offers its data for download, and a search with a key, which is not used here;
- a listing is taken to be /entry/<number>-<name> (guess).
"""

from citations.directory import Directory


class Zenbu(Directory):
    """Zenbu."""

    id = "zenbu_nz"
    name = "Zenbu"
    domains = ("zenbu.co.nz",)
    countries = ("NZ",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?zenbu\.co\.nz/entry/(?P<id>\d+)"
    listing_examples = ("https://www.zenbu.co.nz/entry/5550123-harbour-lane-bakery",)
    listing_evidence = "guess"
    cost = "free"

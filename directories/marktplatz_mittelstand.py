"""Marktplatz Mittelstand: general directory of small companies in Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /<city>/<number>-<name> (one address of a business).
"""

from citations.directory import Directory


class MarktplatzMittelstand(Directory):
    """Marktplatz Mittelstand."""

    id = "marktplatz_mittelstand"
    name = "Marktplatz Mittelstand"
    domains = ("marktplatz-mittelstand.de",)
    countries = ("DE",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?marktplatz-mittelstand\.de/(?P<city>[a-z-]+)/"
        r"(?P<id>\d+)-(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.marktplatz-mittelstand.de/koeln/55501234-hafen-elektro-gmbh",)
    listing_evidence = "single_scraper"
    submit_url = "https://www.marktplatz-mittelstand.de/Firmeneintrag"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners", "uberall")

"""anwalt.de: lawyers of Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /<name> (real_urls); articles lie under /rechtstipps/.
"""

from citations.directory import Directory


class AnwaltDe(Directory):
    """anwalt.de."""

    id = "anwalt_de"
    name = "anwalt.de"
    domains = ("anwalt.de",)
    countries = ("DE",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?anwalt\.de/(?!rechtstipps|rechtsanwalt|suche|impressum|datensc"
        r"hutz|agb)(?P<slug>[a-z0-9-]+)(\.php)?/?($|[?#])"
    )
    listing_examples = ("https://www.anwalt.de/hafen-law-gmbh",)
    listing_evidence = "real_urls"
    cost = "paid"

"""DasSchnelle: phone book of the Austrian states.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where: working_scrapers (four), by the number in the same field: working_scrapers (two);
- listings are /<name, city and street> in one piece (single_scraper);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class DasSchnelle(Directory):
    """DasSchnelle."""

    id = "dasschnelle"
    name = "DasSchnelle"
    domains = ("dasschnelle.at",)
    countries = ("AT",)
    tier = 2
    searches = (
        Search(
            "https://www.dasschnelle.at/ergebnisse?what=0{phone_national}&where=",
            needs=("phone",),
            evidence="working_scrapers",
        ),
        Search(
            "https://www.dasschnelle.at/ergebnisse?what={name}&where={city}",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?dasschnelle\.at/(?!ergebnisse|impressum|datenschutz)(?P<slug>["
        r"a-z0-9]+(-[a-z0-9]+){2,})/?($|[?#])"
    )
    listing_examples = ("https://www.dasschnelle.at/hafen-elektro-gmbh-salzburg-hafenstrasse",)
    listing_evidence = "single_scraper"
    cost = "free"

"""Treatwell: bookings with hairdressers and beauty salons in Europe.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search goes by treatment and place, not by name;
- listings are /place/<name>/ in Britain and Ireland, /ort/<name>/ in Germany, Austria and Switzerland,
  /salon/<name>/ in France (real_urls).
"""

from citations.directory import Directory


class Treatwell(Directory):
    """Treatwell."""

    id = "treatwell"
    name = "Treatwell"
    domains = (
        "treatwell.co.uk",
        "treatwell.ie",
        "treatwell.de",
        "treatwell.at",
        "treatwell.ch",
        "treatwell.fr",
        "treatwell.es",
        "treatwell.it",
        "treatwell.nl",
        "treatwell.be",
    )
    countries = ("GB", "IE", "DE", "AT", "CH", "FR", "ES", "IT", "NL", "BE")
    kind = "industry"
    industries = ("beauty",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.|buchung\.)?treatwell\.[a-z.]+/(place|ort|salon|establecimiento|salone)/"
        r"(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.treatwell.co.uk/place/harbour-lane-salon/",)
    listing_evidence = "real_urls"
    cost = "paid by the booking"

"""Doctolib: bookings with doctors and dentists in France, Germany and Italy.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search goes by specialty and place, not by name;
- listings are /<specialty>/<city>/<name> (real_urls);
- its pages stand behind a challenge, so expect walls.
"""

from citations.directory import Directory


class Doctolib(Directory):
    """Doctolib."""

    id = "doctolib"
    name = "Doctolib"
    domains = ("doctolib.fr", "doctolib.de", "doctolib.it")
    countries = ("FR", "DE", "IT")
    kind = "industry"
    industries = ("medical", "dental", "therapy")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?doctolib\.(fr|de|it)/(?!search|booking)(?P<trade>[a-z-]+)/"
        r"(?P<city>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.doctolib.fr/cabinet-medical/nantes/clinic-du-port",)
    listing_evidence = "real_urls"
    cost = "paid"

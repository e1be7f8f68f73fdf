"""Doctify: reviews of doctors and practices in Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /uk/practice/<name> and /uk/specialist/<name> (real_urls).
"""

from citations.directory import Directory


class Doctify(Directory):
    """Doctify."""

    id = "doctify"
    name = "Doctify"
    domains = ("doctify.com",)
    countries = ("GB",)
    kind = "industry"
    industries = ("medical", "dental", "therapy", "aesthetics")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?doctify\.com/uk/(practice|specialist)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.doctify.com/uk/practice/harbour-lane-clinic",)
    listing_evidence = "real_urls"
    cost = "paid"

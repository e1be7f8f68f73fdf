"""OneDoc: bookings with doctors in Switzerland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /<language>/<specialty>/<city>/<id>/<name> (real_urls).
"""

from citations.directory import Directory


class OneDoc(Directory):
    """OneDoc."""

    id = "onedoc"
    name = "OneDoc"
    domains = ("onedoc.ch",)
    countries = ("CH",)
    kind = "industry"
    industries = ("medical", "dental", "therapy")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?onedoc\.ch/(de|fr|it|en)/(?P<trade>[a-z-]+)/(?P<city>[a-z-]+)/(?P<id>\w+)/"
        r"(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.onedoc.ch/de/arztpraxis/luzern/h5551/hafen-clinic-ag",)
    listing_evidence = "real_urls"
    cost = "paid"

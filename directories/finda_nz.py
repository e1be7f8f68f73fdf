"""Finda: general directory of New Zealand.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /business/s/<what>/1/?f=<where>: single_scraper;
- listings are /business/<number>/ (single_scraper, old);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Finda(Directory):
    """Finda."""

    id = "finda_nz"
    name = "Finda"
    domains = ("finda.co.nz",)
    countries = ("NZ",)
    tier = 2
    searches = (
        Search(
            "https://www.finda.co.nz/business/s/{name}/1/?f={city}", needs=("name", "city"), evidence="single_scraper"
        ),
    )
    listing_pattern = r"^https?://(www\.)?finda\.co\.nz/business/(?P<id>\d+)"
    listing_examples = ("https://www.finda.co.nz/business/5550123/",)
    listing_evidence = "single_scraper"
    cost = "free"

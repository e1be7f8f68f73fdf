"""YourLocal.ie: general directory of Ireland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /company/<id> (single_scraper).
"""

from citations.directory import Directory


class YourLocal(Directory):
    """YourLocal.ie."""

    id = "yourlocal_ie"
    name = "YourLocal.ie"
    domains = ("yourlocal.ie",)
    countries = ("IE",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?yourlocal\.ie/company/(?P<id>[\w-]+)"
    listing_examples = ("https://www.yourlocal.ie/company/55501234",)
    listing_evidence = "single_scraper"
    cost = "free"

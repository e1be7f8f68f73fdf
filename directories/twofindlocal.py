"""2FindLocal: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by k and w: single_scraper, old, with plain http then;
- listings are /b/<number>/<name-city-state> (real_urls);
- cards are .search-item with .FirmAddress and .firmPhone (single_scraper, old); what it says when it finds
  nothing is not known.
"""

from citations.directory import Directory, Search


class TwoFindLocal(Directory):
    """2FindLocal."""

    id = "twofindlocal"
    name = "2FindLocal"
    domains = ("2findlocal.com",)
    countries = ("US",)
    tier = 3
    searches = (
        Search(
            "https://www.2findlocal.com/search/?k={name}&w={postcode}",
            needs=("name", "postcode"),
            evidence="single_scraper",
        ),
    )
    card = ".search-item"
    listing_pattern = r"^https?://(www\.)?2findlocal\.com/b/(?P<id>\d+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.2findlocal.com/b/55501234/harbor-lane-bakery-portland-or",)
    listing_evidence = "real_urls"
    submit_url = "https://www.2findlocal.com/set/business/add"
    link_evidence = "guess"
    cost = "free"

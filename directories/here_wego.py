"""HERE WeGo: the map of many cars and apps, by HERE's own API; without a key it is not checked.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- the pages of its map are made by scripts, and no source knows the address of a business's page;
- it is fed by aggregators (one tool's review of 2026-08-23).
"""

from citations.apis.here import HerePlaces
from citations.directory import Directory


class HereWeGo(Directory):
    """HERE WeGo."""

    id = "here_wego"
    name = "HERE WeGo"
    domains = ("wego.here.com", "share.here.com")
    kind = "maps"
    tier = 3
    access = "api"
    access_note = (
        "No address of a business's page is known: its API takes a key of yours, and coordinates in the record."
    )
    api_key = "CITATIONS_HERE_KEY"
    api = HerePlaces("https://discover.search.hereapi.com")
    listing_pattern = r"^https?://share\.here\.com/l/[^#]+#(?P<id>here(:|%3A)[\w%:.-]+)$"
    listing_examples = ("https://share.here.com/l/45.51,-122.68,Harbor%20Lane%20Bakery#here:pds:place:840c20-0001",)
    listing_evidence = "guess"
    claim_url = "https://www.here.com/business"
    fed_by = ("aggregators",)

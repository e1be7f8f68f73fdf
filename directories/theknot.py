"""The Knot: vendors for weddings in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by category and place (working_scrapers); no search by name is proven, so there is none here;
- listings are /marketplace/<name>-<city>-<state>-<number> (real_urls); cards carry
  data-testid="vendor-card-base" (single_scraper).
"""

from citations.directory import Directory


class TheKnot(Directory):
    """The Knot."""

    id = "theknot"
    name = "The Knot"
    domains = ("theknot.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("weddings",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    card = '[data-testid="vendor-card-base"]'
    listing_pattern = r"^https?://(www\.)?theknot\.com/marketplace/(?P<slug>[a-z0-9-]+)-(?P<state>[a-z]{2})-(?P<id>\d+)"
    listing_examples = ("https://www.theknot.com/marketplace/harbor-lane-bridal-portland-or-555012",)
    listing_evidence = "real_urls"

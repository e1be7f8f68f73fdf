"""MerchantCircle: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q and l: single_scraper; further pages by &page=N;
- listings are /<name>-<city>-<state> (real_urls), which other pages may resemble; values in microdata, cards
  .company-item with .company-item-title and .company-item-phone (single_scraper);
- a consent banner of OneTrust; what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class MerchantCircle(Directory):
    """MerchantCircle."""

    id = "merchantcircle"
    name = "MerchantCircle"
    domains = ("merchantcircle.com",)
    countries = ("US",)
    tier = 2
    searches = (
        Search(
            "https://www.merchantcircle.com/search?q={name}&l={city}%2C+{region}&page=1",
            needs=("name", "city", "region"),
            evidence="single_scraper",
        ),
    )
    card = "div.company-item"
    listing_pattern = (
        r"^https?://(www\.)?merchantcircle\.com/(?P<slug>[a-z0-9-]+-[a-z0-9]+)-(?P<state>[a-z]{2})/?($|[?#])"
    )
    listing_examples = ("https://www.merchantcircle.com/harbor-lane-bakery-portland-or",)
    listing_evidence = "real_urls"
    submit_url = "https://www.merchantcircle.com/signup"
    link_evidence = "guess"
    cost = "free"

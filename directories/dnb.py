"""Dun & Bradstreet: an aggregator of companies in every country; a person asks it.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess, a link for a person;
- listings are /business-directory/company-profiles.<name>.<number>.html (real_urls); owners prove who they are
  for a D-U-N-S number (one review of 2026-08-23).
"""

from citations.directory import Directory, Search


class DunBradstreet(Directory):
    """Dun & Bradstreet."""

    id = "dnb"
    name = "Dun & Bradstreet"
    domains = ("dnb.com",)
    kind = "aggregator"
    tier = 2
    access = "assisted"
    access_note = "No way for programs is known: a person opens the page."
    searches = (
        Search(
            "https://www.dnb.com/business-directory/search?query={name}&location={city}+{region}",
            needs=("name", "city"),
            evidence="guess",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?dnb\.com/business-directory/company-profiles\.(?P<slug>[\w-]+)\.(?P<id>[0-9a-f]{32})\.html"
    )
    listing_examples = (
        "https://www.dnb.com/business-directory/company-profiles.harbor_lane_bakery.0123456789abcdef0123456789abcde1.html",
    )
    listing_evidence = "real_urls"
    submit_url = "https://www.dnb.com/duns-number/apply"
    link_evidence = "guess"
    cost = "free number"

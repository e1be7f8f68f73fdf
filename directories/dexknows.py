"""DexKnows: general directory of the United States; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- the terms of its owner, Thryv, ban scraping (one review of 2026-08-23), so the program visits none of its
  pages;
- its search address is a guess, a link for a person;
- listings are /<city>-<state>/bp/<name>-<number> (real_urls); the number is that of Yellow Pages and
  Superpages.
"""

from citations.directory import Directory, Search


class DexKnows(Directory):
    """DexKnows."""

    id = "dexknows"
    name = "DexKnows"
    domains = ("dexknows.com",)
    countries = ("US",)
    family = "thryv"
    family_listing = "https://www.dexknows.com/{city_slug}-{region_slug}/bp/{name_slug}-{id}"
    tier = 2
    access = "assisted"
    access_note = "Its owner's terms ban scraping: a person opens the page."
    searches = (
        Search("https://www.dexknows.com/search?query={name}&where={city}", needs=("name", "city"), evidence="guess"),
    )
    listing_pattern = (
        r"^https?://(www\.)?dexknows\.com/(?P<city>[a-z0-9-]+)-(?P<state>[a-z]{2})/bp/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    )
    listing_examples = ("https://www.dexknows.com/portland-or/bp/harbor-lane-bakery-555012345",)
    listing_evidence = "real_urls"
    claim_url = "https://www.dexknows.com/claim"
    link_evidence = "guess"
    cost = "free, by way of Yellow Pages"
    fed_by = ("Yellow Pages",)

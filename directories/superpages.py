"""Superpages: general directory of the United States; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- the terms of its owner, Thryv, ban scraping (one review of 2026-08-23), so the program visits none of its
  pages;
- search by search_terms and geo_location_terms: working_scrapers; further pages by &page=N;
- listings are /<city>-<state>/bpp/<name>-<number> (real_urls); the number is that of Yellow Pages and DexKnows;
- cards are .v-card within .search-results.organic, with .business-name, .street-address, .phones.phone.primary
  and .weblink-button (working_scrapers).
"""

from citations.directory import Directory, Search


class Superpages(Directory):
    """Superpages."""

    id = "superpages"
    name = "Superpages"
    domains = ("superpages.com",)
    countries = ("US",)
    family = "thryv"
    family_listing = "https://www.superpages.com/{city_slug}-{region_slug}/bpp/{name_slug}-{id}"
    tier = 2
    access = "assisted"
    access_note = "Its owner's terms ban scraping: a person opens the page."
    searches = (
        Search(
            "https://www.superpages.com/search?search_terms={name}&geo_location_terms={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
        ),
    )
    card = "div.v-card"
    listing_pattern = r"^https?://(www\.)?superpages\.com/(?P<city>[a-z0-9-]+)-(?P<state>[a-z]{2})/bpp/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    listing_examples = ("https://www.superpages.com/portland-or/bpp/harbor-lane-bakery-555012345",)
    listing_evidence = "real_urls"
    submit_url = "https://adsolutions.yp.com/free-listing"
    link_evidence = "guess"
    cost = "free, by way of Yellow Pages"
    fed_by = ("Yellow Pages",)

"""Cylex UK: general directory.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is that of Cylex USA on its own host, which makes it a guess; other shapes are in use as
  well;
- listings are /company/<name>-<number>.html (single_scraper); cards are .lm-comp, values stand under ids as on
  Cylex USA;
- plain programs meet a wall, so expect one; what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class CylexUk(Directory):
    """Cylex UK."""

    id = "cylex_uk"
    name = "Cylex UK"
    domains = ("cylex-uk.co.uk",)
    countries = ("GB",)
    tier = 2
    access_note = "It answers plain programs with a wall: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.cylex-uk.co.uk/s?q={name}&c={city}&z={postcode}&p=1",
            needs=("name", "city", "postcode"),
            evidence="guess",
        ),
    )
    card = "div.lm-comp"
    listing_pattern = r"^https?://(www\.)?cylex-uk\.co\.uk/company/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)\.html"
    listing_examples = ("https://www.cylex-uk.co.uk/company/harbour-lane-bakery-55501234.html",)
    listing_evidence = "single_scraper"
    fields = {
        "name": "#cp-name",
        "address": "#cp-street",
        "phone": "#cp-mainPhone-1 .contact-data a",
        "website": "#cp-website a@href",
    }
    cost = "free"
    fed_by = ("owners", "Yext")

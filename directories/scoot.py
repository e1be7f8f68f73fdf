"""Scoot: general directory of Britain; it feeds a network of its own.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is searched by /find/<keyword>-in-<place> (working_scrapers); that a name counts as a keyword is unproven,
  so it is graded a guess;
- listings are /<country>/-/<city>/<name>-<number>.html (single_scraper); cards are div.result with h2.result-title
  (working_scrapers).
"""

from citations.directory import Directory, Search


class Scoot(Directory):
    """Scoot."""

    id = "scoot"
    name = "Scoot"
    domains = ("scoot.co.uk",)
    countries = ("GB",)
    tier = 2
    searches = (
        Search(
            "https://www.scoot.co.uk/find/{name_slug}-in-{city_slug}?page=1", needs=("name", "city"), evidence="guess"
        ),
    )
    card = "div.result"
    listing_pattern = r"^https?://(www\.)?scoot\.co\.uk/(?P<country>[A-Za-z-]+)/-/(?P<city>[^/?#]+)/(?P<slug>[^/?#]+)-(?P<id>\d+)\.html"
    listing_examples = ("https://www.scoot.co.uk/England/-/Bristol/Harbour-Lane-Bakery-500005550123.html",)
    listing_evidence = "single_scraper"
    cost = "free"
    fed_by = ("Yext",)
    feeds = ("the Scoot network",)

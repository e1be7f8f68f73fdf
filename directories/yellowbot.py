"""YellowBot: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q and place: single_scraper, some years old;
- listings are /<name>-<city>-<state>.html (single_scraper, of 2013);
- cards are .resultWrapper with .address, .tel and .zip (single_scraper, old); what it says when it finds
  nothing is not known.
"""

from citations.directory import Directory, Search


class YellowBot(Directory):
    """YellowBot."""

    id = "yellowbot"
    name = "YellowBot"
    domains = ("yellowbot.com",)
    countries = ("US",)
    tier = 3
    searches = (
        Search(
            "https://www.yellowbot.com/search?q={name}&place={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="single_scraper",
        ),
    )
    card = ".resultWrapper"
    listing_pattern = r"^https?://(www\.)?yellowbot\.com/(?P<slug>[A-Za-z0-9-]+-[A-Za-z0-9]+)-(?P<state>[a-z]{2})\.html"
    listing_examples = ("https://www.yellowbot.com/harbor-lane-bakery-portland-or.html",)
    listing_evidence = "single_scraper"
    submit_url = "https://www.yellowbot.com/add-business"
    link_evidence = "guess"
    cost = "free"

"""GoLocal247: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /search/<postcode>/<name>: single_scraper, some years old;
- listings are /biz/<name>/<city>-<state>/<number> (real_urls); cards are .businessResult with .address, .city, .state,
  .zipcode and .phoneHidden (single_scraper, old);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class GoLocal247(Directory):
    """GoLocal247."""

    id = "golocal247"
    name = "GoLocal247"
    domains = ("golocal247.com",)
    countries = ("US",)
    tier = 3
    searches = (
        Search(
            "https://www.golocal247.com/search/{postcode}/{name}", needs=("name", "postcode"), evidence="single_scraper"
        ),
    )
    card = ".businessResult"
    listing_pattern = (
        r"^https?://(www\.)?golocal247\.com/biz/(?P<slug>[a-z0-9-]+)/(?P<city>[a-z-]+)-(?P<state>[a-z]{2})/(?P<id>\w+)"
    )
    listing_examples = ("https://www.golocal247.com/biz/harbor-lane-bakery/portland-or/YEXT5550123",)
    listing_evidence = "real_urls"
    submit_url = "https://www.golocal247.com/biz/add/"
    link_evidence = "guess"
    cost = "free"

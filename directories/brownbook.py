"""Brownbook: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by country, city and name in the path: working_scrapers; drawn by scripts; further pages by ?page=N.
  How it writes a town is not known, so every town is searched;
- listings are /business/<number>/<name> (real_urls); the JSON behind them is not documented and not used;
- its search may show a reCAPTCHA, so expect walls; it says "Results Found" above results (single_scraper);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Brownbook(Directory):
    """Brownbook."""

    id = "brownbook"
    name = "Brownbook"
    domains = ("brownbook.net",)
    tier = 2
    access_note = "Its search may show a captcha: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.brownbook.net/search/worldwide/all-cities/{name}?page=1",
            needs=("name",),
            evidence="working_scrapers",
        ),
    )
    results_marker = "Results Found"
    listing_pattern = r"^https?://(www\.)?brownbook\.net/business/(?P<id>\d+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.brownbook.net/business/55501234/harbor-lane-bakery",)
    listing_evidence = "real_urls"
    submit_url = "https://www.brownbook.net/add-business/"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("anybody",)

"""411.ca: general directory of Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q, l and t=business: single_scraper;
- listings are /business/profile/<number> (real_urls, three of them, on its present and older hosts); an old tool
  read its microdata;
- plain programs are often answered 403, so expect walls.
"""

from citations.directory import Directory, Search


class FourEleven(Directory):
    """411.ca."""

    id = "411_ca"
    name = "411.ca"
    domains = ("411.ca",)
    countries = ("CA",)
    tier = 2
    access_note = "It often answers programs with 403: where it does, a person opens the page."
    searches = (
        Search(
            "https://411.ca/search/?q={name}&l={city}+{region}&t=business",
            needs=("name", "city", "region"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = r"^https?://((www|fr|m-legacy)\.)?411\.ca/business/profile/(?P<id>\d+)"
    listing_examples = ("https://411.ca/business/profile/55501234",)
    listing_evidence = "real_urls"
    cost = "free"

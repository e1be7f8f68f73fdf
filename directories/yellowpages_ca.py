"""YellowPages.ca: general directory of Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name and place in the path, page number after /si/: live_probe, without a date; by phone:
  single_scraper; plain programs are served, another met 403;
- listings are /bus/<Province>/<City>/<Name>/<number>.html (live_probe); a page without any such link was not
  served;
- cards are .listing__content__wrapper, names .listing__name--link, addresses .jsMapBubbleAddress
  (single_scraper);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class YellowPagesCanada(Directory):
    """YellowPages.ca."""

    id = "yellowpages_ca"
    name = "YellowPages.ca"
    domains = ("yellowpages.ca",)
    countries = ("CA",)
    family = "yellow_pages_canada"
    tier = 1
    searches = (
        Search(
            "https://www.yellowpages.ca/search/si/1/{phone_national}",
            needs=("phone",),
            evidence="single_scraper",
        ),
        Search(
            "https://www.yellowpages.ca/search/si/1/{name}/{city}+{region}",
            needs=("name", "city", "region"),
            evidence="live_probe",
        ),
    )
    results_marker = "a[href*='/bus/']"
    card = ".listing__content__wrapper"
    listing_pattern = (
        r"^https?://(www\.)?yellowpages\.ca/bus/(?P<province>[^/]+)/(?P<city>[^/]+)/(?P<slug>[^/]+)/(?P<id>\d+)\.html"
    )
    listing_examples = ("https://www.yellowpages.ca/bus/British-Columbia/Surrey/Harbour-Lane-Bakery/5550123.html",)
    listing_evidence = "live_probe"
    cost = "free"
    feeds = ("Canada411",)

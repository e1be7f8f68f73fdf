"""Yell: general directory of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by keywords and location: working_scrapers, five of them; further pages by &pageNum=N;
- a saved robots.txt (of 2019) leaves this search and /biz/ open and closes /search/;
- listings are /biz/<name>, mostly with a number at the end (real_urls);
- cards are .businessCapsule--mainRow, values in microdata (working_scrapers); numbers also in
  .business--telephoneNumber (working_scrapers);
- its terms are not known to us; one British tool counts it among the sites that a program may check;
- what it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class Yell(Directory):
    """Yell."""

    id = "yell"
    name = "Yell"
    domains = ("yell.com",)
    countries = ("GB",)
    tier = 1
    searches = (
        Search(
            "https://www.yell.com/ucs/UcsSearchAction.do?keywords={name}&location={city}",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    card = ".businessCapsule--mainRow"
    listing_pattern = r"^https?://(www\.)?yell\.com/biz/(?P<slug>[a-z0-9-]+?)(-(?P<id>\d+))?/?($|[?#])"
    listing_examples = (
        "https://www.yell.com/biz/harbour-lane-bakery-bristol-5550123/",
        "https://www.yell.com/biz/harbour-lane-bakery-bristol/#view=map",
    )
    listing_evidence = "real_urls"
    known_listing = "https://www.yell.com/biz/urban-shopfronts-london/"
    known_name = "Urban Shopfronts"

"""FreeIndex: general directory of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by k and l: single_scraper; further pages by &p=N;
- listings are /profile(<name>)/, or with _<number>.htm behind (real_urls);
- the link to the website is record_click.asp, which only a visit would resolve; what it says when it finds
  nothing is not known.
"""

from citations.directory import Directory, Search


class FreeIndex(Directory):
    """FreeIndex."""

    id = "freeindex"
    name = "FreeIndex"
    domains = ("freeindex.co.uk",)
    countries = ("GB",)
    tier = 2
    searches = (
        Search(
            "https://www.freeindex.co.uk/searchresults.htm?k={name}&l={city}&p=1",
            needs=("name", "city"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = r"^https?://(www\.)?freeindex\.co\.uk/profile\((?P<slug>[a-z0-9-]+)\)(_(?P<id>\d+)\.htm|/)?"
    listing_examples = ("https://www.freeindex.co.uk/profile(harbour-lane-bakery)_55501.htm",)
    listing_evidence = "real_urls"
    submit_url = "https://www.freeindex.co.uk/register.htm"
    link_evidence = "guess"
    cost = "free"

"""Thomson Local: general directory of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name and place in the path: working_scrapers; further pages by ?page=N, 25 each;
- listings are /search/<category>/<place>/<name>/<number>/<phone> (real_urls): the address names the phone;
- cards are ol.resultsBlock > li (working_scrapers, some years old). What it says when it finds nothing is not
  known.
"""

from citations.directory import Directory, Search


class ThomsonLocal(Directory):
    """Thomson Local."""

    id = "thomson_local"
    name = "Thomson Local"
    domains = ("thomsonlocal.com",)
    countries = ("GB",)
    tier = 2
    searches = (
        Search(
            "https://www.thomsonlocal.com/search/{name}/{city}", needs=("name", "city"), evidence="working_scrapers"
        ),
    )
    listing_pattern = r"^https?://(www\.)?thomsonlocal\.com/search/(?P<category>[a-z-]+)/(?P<place>[a-z-]+)/(?P<slug>[a-z0-9-]+)/(?P<id>\d+)/(?P<phone>\d{10,11})"
    listing_examples = ("https://www.thomsonlocal.com/search/bakers/bristol/harbour-lane-bakery/555012/01174960111",)
    listing_evidence = "real_urls"
    cost = "free"

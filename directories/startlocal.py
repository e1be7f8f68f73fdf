"""StartLocal: general directory of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q: single_scraper, beside an undocumented API that is not used;
- listings are /<category>/<state>_<city>/<Name>_<number>.html (real_urls);
- its page for adding a business answered on 2026-08-23; what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class StartLocal(Directory):
    """StartLocal."""

    id = "startlocal"
    name = "StartLocal"
    domains = ("startlocal.com.au",)
    countries = ("AU",)
    tier = 2
    searches = (
        Search("https://www.startlocal.com.au/search?q={name}&t=b", needs=("name",), evidence="single_scraper"),
    )
    listing_pattern = r"^https?://(www\.)?startlocal\.com\.au/(?P<category>[a-z/]+)/(?P<state>[a-z]+)_(?P<city>[a-z]+)/(?P<slug>[A-Za-z0-9_]+)_(?P<id>\d+)\.html"
    listing_examples = ("https://www.startlocal.com.au/retail/bakery/qld_cairns/Harbour_Lane_Bakery_555012.html",)
    listing_evidence = "real_urls"
    submit_url = "https://www.startlocal.com.au/addbusiness/"
    link_evidence = "live_probe"
    cost = "free"

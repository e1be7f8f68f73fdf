"""local.ch: the phone book and yellow pages of Switzerland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where: single_scraper twice, in French and Italian; the German one is taken to be alike;
- listings are /<language>/d/<city>/<postcode>/<trade>/<name and id> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class LocalCh(Directory):
    """local.ch."""

    id = "local_ch"
    name = "local.ch"
    domains = ("local.ch",)
    countries = ("CH",)
    tier = 1
    searches = (
        Search("https://www.local.ch/de/q?what={name}&where={city}", needs=("name", "city"), evidence="single_scraper"),
    )
    listing_pattern = (
        r"^https?://(www\.)?local\.ch/(de|fr|it|en)/d/(?P<city>[^/?#]+)/(?P<postcode>\d{4})/[^/?#]+/"
        r"(?P<slug>[^/?#]+)"
    )
    listing_examples = ("https://www.local.ch/de/d/luzern/6003/elektriker/hafen-elektro-ag-h555-0123",)
    listing_evidence = "real_urls"
    cost = "free for the basic entry"
    feeds = ("search.ch",)

"""search.ch: phone book of Switzerland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by was and wo: working_scrapers (three); it has an API of its own with a key, which is not used here;
- listings are /<city>/<street and number>/<name> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class SearchCh(Directory):
    """search.ch."""

    id = "search_ch"
    name = "search.ch"
    domains = ("tel.search.ch",)
    countries = ("CH",)
    tier = 1
    searches = (
        Search("https://tel.search.ch/?was={name}&wo={city}", needs=("name", "city"), evidence="working_scrapers"),
    )
    listing_pattern = r"^https?://tel\.search\.ch/(?P<city>[a-z0-9-]+)/(?P<street>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://tel.search.ch/luzern/hafenstrasse-12/hafen-elektro-ag",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("local.ch",)

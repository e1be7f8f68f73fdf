"""Moneyhouse: companies in the commercial register of Switzerland.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q: single_scraper;
- listings are /<language>/company/<name>-<number> (real_urls);
- most of what it knows is shown to members only.
"""

from citations.directory import Directory, Search


class Moneyhouse(Directory):
    """Moneyhouse."""

    id = "moneyhouse"
    name = "Moneyhouse"
    domains = ("moneyhouse.ch",)
    countries = ("CH",)
    tier = 3
    searches = (
        Search(
            "https://www.moneyhouse.ch/de/search?q={name}&status=1&tab=companies",
            needs=("name",),
            evidence="single_scraper",
        ),
    )
    listing_pattern = r"^https?://(www\.)?moneyhouse\.ch/(de|fr|it|en)/company/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    listing_examples = ("https://www.moneyhouse.ch/de/company/hafen-elektro-ag-5550123456",)
    listing_evidence = "real_urls"
    fed_by = ("the commercial register",)

"""FirmenABC: companies of Austria.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where: working_scrapers (three);
- listings are /<name>_<id> (real_urls); lists of trades lie a level deeper;
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class FirmenAbc(Directory):
    """FirmenABC."""

    id = "firmenabc"
    name = "FirmenABC"
    domains = ("firmenabc.at",)
    countries = ("AT",)
    tier = 2
    searches = (
        Search(
            "https://www.firmenabc.at/result.aspx?what={name}&where={city}",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = r"^https?://(www\.)?firmenabc\.at/(?P<slug>[^/?#]+)_(?P<id>[A-Za-z]+)/?($|[?#])"
    listing_examples = ("https://www.firmenabc.at/hafen-elektro-gmbh_Hafen",)
    listing_evidence = "real_urls"

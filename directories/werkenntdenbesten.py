"""werkenntdenBESTEN: reviews of businesses in Germany, gathered from other sites; it belongs to 11880.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by trade and place: single_scraper; that a name counts as a trade is unproven, so it is graded a guess;
- listings are /e/<number>/<trade>/<city>/<name> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class WerKenntDenBesten(Directory):
    """werkenntdenBESTEN."""

    id = "werkenntdenbesten"
    name = "werkenntdenBESTEN"
    domains = ("werkenntdenbesten.de",)
    countries = ("DE",)
    tier = 3
    searches = (
        Search(
            "https://www.werkenntdenbesten.de/suche?trade={name}&location={city}",
            needs=("name", "city"),
            evidence="guess",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?werkenntdenbesten\.de/e/(?P<id>\d+)/[^/?#]+/(?P<city>[^/?#]+)/(?P<slug>[^/"
        r"?#]+)"
    )
    listing_examples = ("https://www.werkenntdenbesten.de/e/55501234/elektriker/koeln/hafen-elektro-gmbh",)
    listing_evidence = "real_urls"
    fed_by = ("11880",)

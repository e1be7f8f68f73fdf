"""golocal: reviews of businesses in Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /suche/?q=: single_scraper;
- listings are /<city>/<trade>/<name>-<id>/ (real_urls), the id five letters or more;
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class GoLocal(Directory):
    """golocal."""

    id = "golocal"
    name = "golocal"
    domains = ("golocal.de",)
    countries = ("DE",)
    tier = 2
    searches = (
        Search("https://www.golocal.de/suche/?q={name}+{city}", needs=("name", "city"), evidence="single_scraper"),
    )
    listing_pattern = (
        r"^https?://(www\.)?golocal\.de/(?P<city>[a-z0-9-]+)/(?P<trade>[a-z0-9-]+)/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>[0-9A-Za-z]{5,6})/?($|[?#])"
    )
    listing_examples = ("https://www.golocal.de/koeln/elektriker/hafen-elektro-gmbh-Y5551/",)
    listing_evidence = "real_urls"
    submit_url = "https://www.golocal.de/unternehmen/"
    link_evidence = "guess"
    fed_by = ("owners", "uberall")

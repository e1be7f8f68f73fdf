"""meinestadt.de: city guides of Germany and their directory.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by keyword within a city's own pages: single_scraper; the city has to be written as in their addresses;
- listings are branchenbuch.meinestadt.de/<city>/company/<number> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class MeineStadt(Directory):
    """meinestadt.de."""

    id = "meinestadt"
    name = "meinestadt.de"
    domains = ("meinestadt.de",)
    countries = ("DE",)
    tier = 2
    searches = (
        Search(
            "https://branchenbuch.meinestadt.de/{city_slug}/search?keyword={name}",
            needs=("name", "city"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = r"^https?://branchenbuch\.meinestadt\.de/(?P<city>[a-z0-9-]+)/company/(?P<id>\d+)"
    listing_examples = ("https://branchenbuch.meinestadt.de/koeln/company/55501234",)
    listing_evidence = "real_urls"
    fed_by = ("owners", "uberall")

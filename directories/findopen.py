"""Find-Open: opening hours of businesses in the United States, Canada, Britain and Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where: single_scraper, some years old, for the American host;
- listings are /<city>/<name>-<number> (real_urls, on all four hosts);
- cards are .views-row with .thoroughfare, .locality and .postal-code, as Drupal writes them (single_scraper,
  old); what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class FindOpen(Directory):
    """Find-Open."""

    id = "findopen"
    name = "Find-Open"
    domains = ("find-open.com", "find-open.ca", "find-open.co.uk", "finde-offen.de")
    countries = ("US", "CA", "GB", "DE")
    tier = 3
    searches = (
        Search(
            "https://find-open.com/search?what={name}&where={postcode}&r=10",
            needs=("name", "postcode"),
            evidence="single_scraper",
            countries=("US",),
        ),
    )
    card = ".views-row"
    listing_pattern = r"^https?://(www\.)?(find-open\.(com|ca|co\.uk)|finde-offen\.de)/(?P<city>[a-z-]+)/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    listing_examples = ("https://find-open.com/portland/harbor-lane-bakery-5550123",)
    listing_evidence = "real_urls"

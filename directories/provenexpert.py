"""ProvenExpert: reviews of services in every country, most of them in Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by query: single_scraper;
- listings are /<name>/, with the language before it for some (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class ProvenExpert(Directory):
    """ProvenExpert."""

    id = "provenexpert"
    name = "ProvenExpert"
    domains = ("provenexpert.com",)
    tier = 3
    searches = (
        Search("https://www.provenexpert.com/en-us/search/?q={name}", needs=("name",), evidence="single_scraper"),
    )
    listing_pattern = (
        r"^https?://(www\.)?provenexpert\.com/([a-z]{2}-[a-z]{2}/"
        r")?(?!search|suche|api|widget|register|login|signup|contact|kontakt|privacy|[a-z]{2}-[a-z]{2}/)(?P<slug>[a-z0-9-]{3,})/?($|[?#])"
    )
    listing_examples = ("https://www.provenexpert.com/en-us/harbor-lane-bakery/",)
    listing_evidence = "real_urls"
    submit_url = "https://www.provenexpert.com/en-us/register/"
    link_evidence = "guess"
    cost = "free, more is paid"
    fed_by = ("owners",)

"""DocFinder: doctors of Austria.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by specialty and postcode: single_scraper; none by name is known;
- listings are /<specialty>/<postcode-city>/<name> (real_urls), for some with /arzt before it.
"""

from citations.directory import Directory


class DocFinder(Directory):
    """DocFinder."""

    id = "docfinder"
    name = "DocFinder"
    domains = ("docfinder.at",)
    countries = ("AT",)
    kind = "industry"
    industries = ("medical", "dental", "therapy")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?docfinder\.at/(arzt/)?(?!suche)(?P<trade>[a-z-]+)/"
        r"(?P<postcode>\d{4})-(?P<city>[a-z-]+)/(?P<slug>[a-z0-9_-]+)"
    )
    listing_examples = ("https://www.docfinder.at/praktischer-arzt/5020-salzburg/hafen-clinic-gmbh",)
    listing_evidence = "real_urls"
    cost = "free, more is paid"

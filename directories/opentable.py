"""OpenTable: restaurants that take bookings.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by term: working_scrapers; drawn by scripts, so the browser is needed;
- listings are /r/<name> (single_scraper); JSON-LD was seen on them (unverified);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class OpenTable(Directory):
    """OpenTable."""

    id = "opentable"
    name = "OpenTable"
    domains = ("opentable.com", "opentable.co.uk", "opentable.ca", "opentable.com.au", "opentable.de")
    kind = "industry"
    industries = ("restaurants",)
    tier = 2
    searches = (
        Search("https://www.opentable.com/s?term={name}%20{city}", needs=("name", "city"), evidence="working_scrapers"),
    )
    listing_pattern = r"^https?://(www\.)?opentable\.[a-z.]+/r/(?P<slug>[a-z0-9-]+)/?($|[?#])"
    listing_examples = ("https://www.opentable.com/r/harbor-lane-bistro-portland",)
    listing_evidence = "single_scraper"
    submit_url = "https://restaurant.opentable.com/get-started/"
    link_evidence = "guess"
    cost = "paid"

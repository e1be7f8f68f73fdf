"""jameda: reviews of and bookings with doctors in Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search goes by name or specialty; its address is a guess;
- listings are /<name>/<specialty>/<city> (single_scraper); old ones had a number, which is not read.
"""

from citations.directory import Directory, Search


class Jameda(Directory):
    """jameda."""

    id = "jameda"
    name = "jameda"
    domains = ("jameda.de",)
    countries = ("DE",)
    kind = "industry"
    industries = ("medical", "dental", "therapy")
    tier = 2
    searches = (Search("https://www.jameda.de/suche?q={name}+{city}", needs=("name", "city"), evidence="guess"),)
    listing_pattern = (
        r"^https?://(www\.)?jameda\.de/(?P<slug>[a-z0-9-]+)/(?P<trade>[a-z-]+)/(?P<city>[a-z-]+)/"
        r"?($|[?#])"
    )
    listing_examples = ("https://www.jameda.de/hafen-clinic-gmbh/allgemeinmediziner/koeln",)
    listing_evidence = "single_scraper"
    cost = "free, more is paid"

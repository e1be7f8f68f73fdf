"""TheFork: restaurants that take bookings in continental Europe and Britain (once LaFourchette).

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name that an address leads to; its pages stand behind a challenge, so expect walls;
- listings are /restaurant/<name>-r<number> (real_urls).
"""

from citations.directory import Directory


class TheFork(Directory):
    """TheFork."""

    id = "thefork"
    name = "TheFork"
    domains = (
        "thefork.fr",
        "thefork.com",
        "thefork.co.uk",
        "thefork.ch",
        "thefork.it",
        "thefork.es",
        "thefork.be",
        "thefork.nl",
        "thefork.de",
    )
    countries = ("FR", "GB", "CH", "IT", "ES", "BE", "NL", "DE")
    kind = "industry"
    industries = ("restaurants",)
    family = "tripadvisor"
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?thefork\.[a-z.]+/restaurant/(?P<slug>[a-z0-9-]+)-r(?P<id>\d+)"
    listing_examples = ("https://www.thefork.fr/restaurant/bistro-du-port-r555012",)
    listing_evidence = "real_urls"
    cost = "paid by the booking"

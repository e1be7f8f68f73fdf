"""eLocal: general directory of the United States, with leads for home services.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /profile/<number> (real_urls); the number is that of Insider Pages.
"""

from citations.directory import Directory, Search


class ELocal(Directory):
    """eLocal."""

    id = "elocal"
    name = "eLocal"
    domains = ("elocal.com",)
    countries = ("US",)
    family = "elocal"
    family_listing = "https://www.elocal.com/profile/{id}/"
    tier = 3
    searches = (Search("https://www.elocal.com/search?q={name}&l={city}", needs=("name", "city"), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?elocal\.com/profile/(?P<id>\d+)"
    listing_examples = ("https://www.elocal.com/profile/55501234/",)
    listing_evidence = "real_urls"
    cost = "free listing, paid leads"

"""MyHammer: tradespeople of Germany and Austria.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no search by name;
- listings are /auftragnehmer/<name> (real_urls, in Germany).
"""

from citations.directory import Directory


class MyHammer(Directory):
    """MyHammer."""

    id = "myhammer"
    name = "MyHammer"
    domains = ("my-hammer.de", "my-hammer.at")
    countries = ("DE", "AT")
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?my-hammer\.(de|at)/auftragnehmer/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.my-hammer.de/auftragnehmer/hafen-plumbing-gmbh",)
    listing_evidence = "real_urls"
    cost = "paid"

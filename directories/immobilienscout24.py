"""ImmobilienScout24: estate agents of Germany.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by an agent's name is known;
- an agent is /anbieter/<name>, /anbieter/profil/<name> or /anbieter/<name>/<id> (real_urls); it keeps programs
  out with a captcha at times, so expect walls.
"""

from citations.directory import Directory


class ImmobilienScout24(Directory):
    """ImmobilienScout24."""

    id = "immobilienscout24"
    name = "ImmobilienScout24"
    domains = ("immobilienscout24.de",)
    countries = ("DE",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access_note = "It has no search by an agent's name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?immobilienscout24\.de/anbieter/(profil/)?(?!in-|api/"
        r"|login|resources)(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.immobilienscout24.de/anbieter/profil/hafen-realty-gmbh",)
    listing_evidence = "real_urls"
    cost = "paid"

"""SeLoger: estate agents of France.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by an agent's name is known;
- an agent is /professionnels/<sort>/<city-postcode>/agence-<number>/ (real_urls); it keeps programs out with a
  captcha at times, so expect walls.
"""

from citations.directory import Directory


class SeLoger(Directory):
    """SeLoger."""

    id = "seloger"
    name = "SeLoger"
    domains = ("seloger.com",)
    countries = ("FR",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access_note = "It has no search by an agent's name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?seloger\.com/professionnels/(?P<sort>[a-z-]+)/(?P<place>[a-z0-9-]+)/"
        r"agence-(?P<id>\d+)"
    )
    listing_examples = ("https://www.seloger.com/professionnels/agences-immobilieres/nantes-44000/agence-555012/",)
    listing_evidence = "real_urls"
    cost = "paid"

"""Avvo: lawyers of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- a saved robots.txt closes its search to programs and leaves profiles open, so there is no search here (two
  scrapers use /search/lawyer_search?q=&loc=); pages show OneTrust's consent banner;
- listings are /attorneys/<postcode>-<state>-<name>-<number>.html (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory


class Avvo(Directory):
    """Avvo."""

    id = "avvo"
    name = "Avvo"
    domains = ("avvo.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    access_note = "Its robots.txt disallows its search: give the listing's address."
    listing_pattern = r"^https?://(www\.)?avvo\.com/attorneys/[a-z0-9-]+-(?P<id>\d+)\.html"
    listing_examples = ("https://www.avvo.com/attorneys/97201-or-harbor-lane-law-55501.html",)
    listing_evidence = "real_urls"
    claim_url = "https://www.avvo.com/claim-your-profile"
    link_evidence = "guess"
    cost = "free"

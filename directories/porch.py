"""Porch: home services and contractors of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by service and postcode (guess); no search by name is known, so there is none here;
- listings are /<city>-<state>/<category>/<name>-<number>/pp on pro.porch.com (real_urls).
"""

from citations.directory import Directory


class Porch(Directory):
    """Porch."""

    id = "porch"
    name = "Porch"
    domains = ("porch.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://pro\.porch\.com/(?P<city>[a-z-]+)-(?P<state>[a-z]{2})/(?P<category>[a-z-]+)/(?P<slug>[a-z0-9-]+)/pp"
    )
    listing_examples = ("https://pro.porch.com/portland-or/plumbing/harbor-lane-plumbing-555012345/pp",)
    listing_evidence = "real_urls"
    submit_url = "https://pro.porch.com/signup"
    link_evidence = "guess"
    cost = "paid leads"

"""Angi: home services and contractors of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by place and trade (single_scraper); no search by name is proven, so there is none here;
- listings are /companylist/us/<state>/<city>/<name>-reviews-<number>.htm (real_urls), with JSON-LD of a
  LocalBusiness (single_scraper); its owner is that of HomeAdvisor.
"""

from citations.directory import Directory


class Angi(Directory):
    """Angi."""

    id = "angi"
    name = "Angi"
    domains = ("angi.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("home_services", "contractors")
    family = "angi"
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?angi\.com/companylist/us/(?P<state>[a-z]{2})/(?P<city>[a-z-]+)/(?P<slug>.+)-reviews-(?P<id>\d+)\.htm"
    listing_examples = ("https://www.angi.com/companylist/us/or/portland/harbor-lane-plumbing-reviews-5550123.htm",)
    listing_evidence = "real_urls"
    claim_url = "https://www.angi.com/pro/"
    link_evidence = "guess"
    cost = "free listing, paid leads"
    feeds = ("HomeAdvisor",)

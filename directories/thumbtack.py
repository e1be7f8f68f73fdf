"""Thumbtack: a marketplace of services in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is asked by service and postcode; no search by name is proven, so there is none here;
- listings are /<state>/<city>/<category>/<name>/service/<number> (real_urls), which an old robots.txt leaves
  open.
"""

from citations.directory import Directory


class Thumbtack(Directory):
    """Thumbtack."""

    id = "thumbtack"
    name = "Thumbtack"
    domains = ("thumbtack.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("home_services", "contractors", "events", "lessons")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?thumbtack\.com/(?P<state>[a-z]{2})/(?P<city>[a-z-]+)/(?P<category>[a-z-]+)/(?P<slug>[a-z0-9-]+)/service/(?P<id>\d+)"
    listing_examples = ("https://www.thumbtack.com/or/portland/plumbing/harbor-lane-plumbing/service/555012345",)
    listing_evidence = "real_urls"
    submit_url = "https://www.thumbtack.com/pro/"
    link_evidence = "guess"
    cost = "paid by the lead"

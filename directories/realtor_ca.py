"""REALTOR.ca: estate agents of Canada, kept by their association; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its pages are drawn by scripts behind a wall that takes a disguise, as is commonly known; not checked;
- an agent is /agent/<number>/<name and address> (real_urls).
"""

from citations.directory import Directory


class RealtorCa(Directory):
    """REALTOR.ca."""

    id = "realtor_ca"
    name = "REALTOR.ca"
    domains = ("realtor.ca",)
    countries = ("CA",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access = "assisted"
    access_note = "It keeps programs out with a wall, and no search by name is known: a person looks."
    listing_pattern = r"^https?://(www\.)?realtor\.ca/agent/(?P<id>\d+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.realtor.ca/agent/5550123/harbour-lane-realty-14-harbour-lane-surrey",)
    listing_evidence = "real_urls"
    cost = "part of the membership"
    fed_by = ("the Canadian Real Estate Association",)

"""HolidayCheck: reviews of hotels, by travellers of the German-speaking countries.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /hi/<name>/<id> (real_urls).
"""

from citations.directory import Directory


class HolidayCheck(Directory):
    """HolidayCheck."""

    id = "holidaycheck"
    name = "HolidayCheck"
    domains = ("holidaycheck.de", "holidaycheck.at", "holidaycheck.ch")
    countries = ("DE", "AT", "CH")
    kind = "industry"
    industries = ("hotels",)
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?holidaycheck\.(de|at|ch)/hi/(?P<slug>[a-z0-9-]+)/(?P<id>[0-9a-f-]{36})"
    listing_examples = ("https://www.holidaycheck.de/hi/hafen-hotel-gmbh/0a1b2c3d-0a1b-3c3d-8e9f-0a1b2c3d4e5f",)
    listing_evidence = "real_urls"
    cost = "free, more is paid"

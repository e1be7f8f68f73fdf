"""HealthEngine: bookings with doctors and dentists in Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search goes by specialty and place, not by name;
- listings are /<sort of practice>/<state>/<suburb>/<name>/<letter and number> (real_urls, for doctors).
"""

from citations.directory import Directory


class HealthEngine(Directory):
    """HealthEngine."""

    id = "healthengine"
    name = "HealthEngine"
    domains = ("healthengine.com.au",)
    countries = ("AU",)
    kind = "industry"
    industries = ("medical", "dental", "therapy")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?healthengine\.com\.au/(?P<trade>[a-z-]+)/(?P<state>[a-z]{2,3})/"
        r"(?P<suburb>[a-z-]+)/(?P<slug>[a-z0-9-]+)/(?P<id>[a-z]\d+)"
    )
    listing_examples = ("https://healthengine.com.au/doctor/qld/cairns/harbour-lane-clinic/p5550",)
    listing_evidence = "real_urls"
    cost = "paid"

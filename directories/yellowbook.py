"""Yellowbook: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where: live_probe, without a date; served to plain programs;
- listings are /profile/<name>.html (live_probe); the id in it is a run of ten digits, which is no phone;
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Yellowbook(Directory):
    """Yellowbook."""

    id = "yellowbook"
    name = "Yellowbook"
    domains = ("yellowbook.com",)
    countries = ("US",)
    tier = 2
    searches = (
        Search(
            "https://www.yellowbook.com/search?what={name}&where={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="live_probe",
        ),
    )
    listing_pattern = r"^https?://(www\.)?yellowbook\.com/profile/(?P<slug>[^/?#]+)\.html"
    listing_examples = ("https://www.yellowbook.com/profile/harbor-lane-bakery_5550123456.html",)
    listing_evidence = "live_probe"
    cost = "free"
    fed_by = ("aggregators",)

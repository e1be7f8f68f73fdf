"""Tupalo: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name and city: live_probe, without a date; served to plain programs;
- listings are /en/<city>/<name> (live_probe);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Tupalo(Directory):
    """Tupalo."""

    id = "tupalo"
    name = "Tupalo"
    domains = ("tupalo.com",)
    tier = 3
    searches = (Search("https://tupalo.com/en/search?q={name}+{city}", needs=("name", "city"), evidence="live_probe"),)
    listing_pattern = r"^https?://(www\.)?tupalo\.com/en/(?P<city>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+)/?($|[?#])"
    listing_examples = ("https://tupalo.com/en/portland-oregon/harbor-lane-bakery",)
    listing_evidence = "live_probe"
    submit_url = "https://www.tupalo.com/add-your-business"
    link_evidence = "guess"
    cost = "free"

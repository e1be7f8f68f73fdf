"""WKO Firmen A-Z: the register of members of the Austrian chamber of commerce.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by searchterm: single_scraper;
- listings are /<name>/<state>/?firmaid=<id>, some by the name alone (real_urls);
- every company with a trade licence is a member; the entry is kept by the chamber and its member.
"""

from citations.directory import Directory, Search


class WkoFirmen(Directory):
    """WKO Firmen A-Z."""

    id = "wko"
    name = "WKO Firmen A-Z"
    domains = ("firmen.wko.at",)
    countries = ("AT",)
    tier = 2
    searches = (
        Search("https://firmen.wko.at/SearchSimple.aspx?searchterm={name}", needs=("name",), evidence="single_scraper"),
    )
    listing_pattern = r"^https?://firmen\.wko\.at/(?P<slug>[^/?#]+)/[^?#]*\?(.*&)?firmaid=(?P<id>[0-9a-f-]{36})"
    listing_examples = (
        "https://firmen.wko.at/hafen-elektro-gmbh/salzburg/?firmaid=0a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f",
    )
    listing_evidence = "real_urls"
    cost = "part of the membership"
    fed_by = ("the chamber",)

"""Waze: maps for drivers; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its pages are drawn by scripts; its search address is a guess, a link for a person, no more;
- a place is /live-map/directions/… with place= or to=place. and a number (real_urls), often Google's; it is fed
  by Google and aggregators (one review of 2026-08-23).
"""

from citations.directory import Directory, Search


class Waze(Directory):
    """Waze."""

    id = "waze"
    name = "Waze"
    domains = ("waze.com",)
    kind = "maps"
    tier = 2
    access = "assisted"
    access_note = "Its map is drawn by scripts that no program here reads: a person looks."
    searches = (
        Search("https://www.waze.com/en/live-map?q={name}+{city}+{region}", needs=("name", "city"), evidence="guess"),
    )
    listing_pattern = (
        r"^https?://(www\.)?waze\.com/([a-z-]+/)?live-?map/directions[^?#]*\?(.*&)?(to=place\.|place=)(?P<id>[\w.-]+)"
    )
    listing_examples = (
        "https://www.waze.com/live-map/directions/us/or/portland/harbor-lane-bakery?to=place.w.55501234",
    )
    listing_evidence = "real_urls"
    claim_url = "https://biz.waze.com/"
    link_evidence = "guess"
    fed_by = ("Google", "aggregators")

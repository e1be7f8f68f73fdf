"""Instagram: business profiles; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- profiles stand behind a log-in; there is no search by name and place, so the address of the profile has to be
  known;
- a profile is /<username>, from addresses that businesses publish (real_urls); it is fed by the owner alone.
"""

from citations.directory import Directory


class Instagram(Directory):
    """Instagram."""

    id = "instagram"
    name = "Instagram"
    domains = ("instagram.com",)
    kind = "social"
    tier = 2
    access = "assisted"
    access_note = (
        "Instagram shows profiles to people who are signed in, and has no search by place: give the profile's address."
    )
    listing_pattern = r"^https?://(www\.)?instagram\.com/(?!p/|explore|reel|accounts)(?P<id>[A-Za-z0-9_.]+)/?($|[?#])"
    listing_examples = ("https://www.instagram.com/harborlanebakery1/",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("owners",)

"""iGlobal: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /<country>/<city>/<name> (real_urls); its page for signing up
  answered on 2026-08-23.
"""

from citations.directory import Directory


class IGlobal(Directory):
    """iGlobal."""

    id = "iglobal"
    name = "iGlobal"
    domains = ("iglobal.co",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?iglobal\.co/(?P<country>[a-z-]+)/(?P<city>[a-z-]+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.iglobal.co/united-states/portland/harbor-lane-bakery",)
    listing_evidence = "real_urls"
    submit_url = "https://www.iglobal.co/united-states/add-business"
    link_evidence = "guess"

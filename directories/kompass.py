"""Kompass: companies of some seventy countries, for those who buy from companies.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is open to programs;
- listings are <country>.kompass.com/c/<name>/<id>/ (real_urls);
- its pages stand behind a challenge at times.
"""

from citations.directory import Directory


class Kompass(Directory):
    """Kompass."""

    id = "kompass"
    name = "Kompass"
    domains = ("kompass.com",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://([a-z]{2,3}\.)?kompass\.com/c/(?P<slug>[a-z0-9-]+)/(?P<id>[a-z]{2,4}\d+)"
    listing_examples = ("https://us.kompass.com/c/harbor-lane-bakery/us5550123/",)
    listing_evidence = "real_urls"
    cost = "free for the basic entry"

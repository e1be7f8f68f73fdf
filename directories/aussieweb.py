"""AussieWeb: general directory of Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /business/<name+with+plus>/<number> (real_urls).
"""

from citations.directory import Directory


class AussieWeb(Directory):
    """AussieWeb."""

    id = "aussieweb"
    name = "AussieWeb"
    domains = ("aussieweb.com.au",)
    countries = ("AU",)
    tier = 2
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?aussieweb\.com\.au/business/(?P<slug>[^/]+)/(?P<id>\d+)"
    listing_examples = ("https://www.aussieweb.com.au/business/harbour+lane+bakery/555012",)
    listing_evidence = "real_urls"
    cost = "free"

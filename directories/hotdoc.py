"""HotDoc: bookings with medical centres in Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known;
- listings are /medical-centres/<suburb-STATE-postcode>/<name>/ (real_urls).
"""

from citations.directory import Directory


class HotDoc(Directory):
    """HotDoc."""

    id = "hotdoc"
    name = "HotDoc"
    domains = ("hotdoc.com.au",)
    countries = ("AU",)
    kind = "industry"
    industries = ("medical",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?hotdoc\.com\.au/medical-centres/(?P<place>[A-Za-z0-9-]+)/"
        r"(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.hotdoc.com.au/medical-centres/cairns-QLD-4870/harbour-lane-clinic",)
    listing_evidence = "real_urls"
    cost = "paid"

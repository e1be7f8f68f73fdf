"""TomTom: the map of many cars and apps, by TomTom's own API or by Azure Maps; without a key it is not checked.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it has no pages of businesses that programs know; a place is shown by its coordinates and name;
- it is fed by aggregators (one tool's review of 2026-08-23); Azure Maps answers with its data.
"""

from citations.apis.tomtom import AzureMaps, TomTomSearch
from citations.directory import Directory


class TomTom(Directory):
    """TomTom."""

    id = "tomtom"
    name = "TomTom"
    domains = ("plan.tomtom.com", "tomtom.com")
    kind = "maps"
    tier = 3
    access = "api"
    access_note = "It shows no pages of businesses: its API, or Azure Maps, takes a key of yours."
    api_key = "CITATIONS_TOMTOM_KEY"
    api = TomTomSearch("https://api.tomtom.com")
    apis = (AzureMaps("https://atlas.microsoft.com"),)
    listing_pattern = r"^https?://plan\.tomtom\.com/[^#]*#(?P<id>[\w%-]+)$"
    listing_examples = ("https://plan.tomtom.com/en/?p=45.51%2C-122.68%2C17z&q=Harbor+Lane+Bakery#840010001234567",)
    listing_evidence = "guess"
    fed_by = ("aggregators",)

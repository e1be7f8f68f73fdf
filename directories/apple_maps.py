"""Apple Maps and Apple Business Connect: by the owner's export or a person.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- several tools treat it as having no page that can be checked; its search address is a guess, a link for a person;
- a place is /place?… with an auid (real_urls), or a place-id, as in links that people share;
- its Maps Server API gives names and places, but neither phone nor website in any public client;
- it is fed by licensed aggregators, other directories and owners.
"""

from citations.apis.apple import AppleMapsServer
from citations.directory import Directory, Search


class AppleMaps(Directory):
    """Apple."""

    id = "apple_maps"
    name = "Apple Maps"
    domains = ("maps.apple.com", "maps.apple")
    kind = "maps"
    tier = 1
    cost = "free"
    access = "assisted"
    api_key = "CITATIONS_APPLE_MAPS_KEY"
    api = AppleMapsServer("https://maps-api.apple.com")
    access_note = (
        "Apple shows no page to programs. Give the export of the owner's Business Connect account, or look yourself."
    )
    searches = (Search("https://maps.apple.com/?q={name}+{city}+{region}", needs=("name", "city"), evidence="guess"),)
    listing_pattern = r"^https?://maps\.apple(\.com)?/(place)?\?(.*&)?(auid|place-id)=\w+"
    listing_examples = ("https://maps.apple.com/place?auid=1550123",)
    listing_evidence = "real_urls"
    submit_url = "https://businessconnect.apple.com/"
    claim_url = "https://businessconnect.apple.com/"

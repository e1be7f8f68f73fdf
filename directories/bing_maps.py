"""Bing Places and Bing Maps: by the owner's export or a person.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no API shows what Bing lists: its local search API was retired in August 2025, and Azure Maps answers with the
  data of another company;
- a listing is /maps?ss=ypid.<id>, from addresses that real businesses publish (real_urls); the ypid is stable;
- its search address is a guess: a link for a person, no more;
- it is fed by aggregators and owners.
"""

from citations.directory import Directory, Search


class BingMaps(Directory):
    """Bing."""

    id = "bing_maps"
    name = "Bing Places"
    domains = ("bing.com",)
    kind = "maps"
    tier = 1
    cost = "free"
    access = "assisted"
    access_note = (
        "Bing offers no way for programs. Give the export of the owner's Bing Places account, or look yourself."
    )
    searches = (Search("https://www.bing.com/maps?q={name}+{city}+{region}", needs=("name", "city"), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?bing\.com/maps\?(.*&)?ss=ypid\.(?P<id>\w+)"
    listing_examples = ("https://www.bing.com/maps?ss=ypid.YN873x0000000000000000000&mkt=en-US",)
    listing_evidence = "real_urls"
    submit_url = "https://www.bingplaces.com/"
    claim_url = "https://www.bingplaces.com/"

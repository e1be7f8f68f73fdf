"""Better Business Bureau: profiles of businesses in the United States and Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by find_country, find_text and find_loc: its page is drawn by Next.js (single_scraper: served with
  its results). There is a JSON endpoint behind it (/api/search, live_probe 2026-08-31), which is not used:
  it is not documented, and it wants the cookies that a browser gets behind a wall;
- find_country has to be CAN for a Canadian business, else results are American (live_probe);
- profiles are /<us|ca>/<state>/<city>/profile/<category>/<name>-<bureau>-<number> (real_urls);
- on a profile the classes dtm-address, dtm-phone and dtm-url are for analytics and have outlived the styles,
  from 2018 to 2026 (three independent scrapers); hashed classes have not;
- its terms ban compiling its data for a substantially same service and say nothing of automation (one review
  of 2026-08-23). Plain programs are challenged, profiles answer 403: expect walls, and a person's help.
What it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class BetterBusinessBureau(Directory):
    """Better Business Bureau."""

    id = "bbb"
    name = "Better Business Bureau"
    domains = ("bbb.org",)
    countries = ("US", "CA")
    tier = 1
    access_note = "It challenges programs with a wall: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.bbb.org/search?find_country=USA&find_text={name}&find_loc={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="single_scraper",
            countries=("US",),
        ),
        Search(
            "https://www.bbb.org/search?find_country=CAN&find_text={name}&find_loc={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="single_scraper",
            countries=("CA",),
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?bbb\.org/(us|ca)/(?P<state>[a-z]{2})/(?P<city>[a-z0-9-]+)/profile/"
        r"(?P<category>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+?)-(?P<bureau>\d{4})-(?P<id>\d+)"
    )
    listing_examples = (
        "https://www.bbb.org/us/or/portland/profile/bakery/harbor-lane-bakery-1296-1000012345",
        "https://www.bbb.org/ca/bc/surrey/profile/roofing-contractors/north-shore-roofing-0037-12345/",
    )
    listing_evidence = "real_urls"
    fields = {
        "address": (".dtm-address address", ".dtm-address"),
        "phone": "a.dtm-phone@href",
        "website": "a.dtm-url@href",
    }
    submit_url = "https://www.bbb.org/get-listed"
    cost = "listing free, accreditation paid"
    known_listing = (
        "https://www.bbb.org/us/az/chandler/profile/remodel-contractors/phoenix-home-remodeling-1126-1000049959/"
    )
    known_name = "Phoenix Home Remodeling"

"""White Pages Australia: the phone book of Australia and its businesses.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it belongs to the house of the Yellow Pages (Thryv), whose terms ban programs: a person opens its pages;
- search by name and place: single_scraper;
- listings are /business-listing/<name>-<number>/<place>-<state> (real_urls, some years old).
"""

from citations.directory import Directory, Search


class WhitePagesAu(Directory):
    """White Pages Australia."""

    id = "whitepages_au"
    name = "White Pages Australia"
    domains = ("whitepages.com.au",)
    countries = ("AU",)
    tier = 2
    access = "assisted"
    access_note = "The terms of its house ban programs: a person opens the page."
    searches = (
        Search(
            "https://www.whitepages.com.au/business/results?name={name}&location={city}+{region}",
            needs=("name", "city"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?whitepages\.com\.au/business-listing/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)/"
        r"(?P<place>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.whitepages.com.au/business-listing/harbour-lane-bakery-5550123/cairns-qld",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("Yellow Pages Australia",)

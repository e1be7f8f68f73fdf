"""iBegin: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /directory/<country>/<state>/<city>/<name> (real_urls); its page for signing up answered on 2026-08-23.
"""

from citations.directory import Directory, Search


class IBegin(Directory):
    """iBegin."""

    id = "ibegin"
    name = "iBegin"
    domains = ("ibegin.com",)
    countries = ("US",)
    tier = 3
    searches = (Search("https://www.ibegin.com/search/?q={name}&l={city}", needs=("name", "city"), evidence="guess"),)
    listing_pattern = (
        r"^https?://(www\.)?ibegin\.com/directory/(us|ca)/(?P<state>[a-z-]+)/(?P<city>[a-z-]+)/(?P<slug>[a-z0-9-]+)"
    )
    listing_examples = ("https://www.ibegin.com/directory/us/oregon/portland/harbor-lane-bakery/",)
    listing_evidence = "real_urls"
    cost = "free"

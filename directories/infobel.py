"""Infobel: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /<language>/<country>/<name>/<city>/<number>/businessdetails.aspx (real_urls, in Germany, France and
  Belgium).
"""

from citations.directory import Directory, Search


class Infobel(Directory):
    """Infobel."""

    id = "infobel"
    name = "Infobel"
    domains = ("infobel.com",)
    tier = 3
    searches = (Search("https://www.infobel.com/en/world/search?name={name}", needs=("name",), evidence="guess"),)
    listing_pattern = (
        r"^https?://(www\.)?infobel\.com/[a-z]{2}/(?P<country>\w+)/([^/?#]+/)?(?P<city>[^/?#]+)/"
        r"(?P<id>[A-Z]{2}\d+)-\d+/businessdetails\.aspx"
    )
    listing_examples = (
        "https://www.infobel.com/en/usa/harbor_lane_bakery/portland/US105550123-5035550111/businessdetails.aspx",
    )
    listing_evidence = "real_urls"

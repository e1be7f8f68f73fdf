"""RealSelf: cosmetic treatments in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /dr/<name-city-state> (real_urls).
"""

from citations.directory import Directory, Search


class RealSelf(Directory):
    """RealSelf."""

    id = "realself"
    name = "RealSelf"
    domains = ("realself.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("aesthetics",)
    tier = 2
    searches = (
        Search(
            "https://www.realself.com/find/{city}--{region}?query={name}",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?realself\.com/dr/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.realself.com/dr/harbor-lane-aesthetics-portland-or",)
    listing_evidence = "real_urls"
    submit_url = "https://www.realself.com/doctors/join"
    link_evidence = "guess"

"""Care.com: care of children and the aged in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /b/l/<name>/<city>-<state> (real_urls).
"""

from citations.directory import Directory, Search


class CareCom(Directory):
    """Care.com."""

    id = "care_com"
    name = "Care.com"
    domains = ("care.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("childcare", "senior_care")
    tier = 2
    searches = (Search("https://www.care.com/search?q={name}", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?care\.com/b/l/(?P<slug>[a-z0-9-]+)/(?P<place>[a-z0-9-]+)"
    listing_examples = ("https://www.care.com/b/l/harbor-lane-preschool/portland-or",)
    listing_evidence = "real_urls"

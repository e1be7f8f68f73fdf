"""Psychology Today: therapists of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /us/therapists/<name-city-state>/<number> (real_urls).
"""

from citations.directory import Directory, Search


class PsychologyToday(Directory):
    """Psychology Today."""

    id = "psychologytoday"
    name = "Psychology Today"
    domains = ("psychologytoday.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("therapy",)
    tier = 2
    searches = (
        Search(
            "https://www.psychologytoday.com/us/therapists/{region_name_slug}/{city_slug}?search={name}",
            needs=("name", "city", "region_name"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?psychologytoday\.com/us/therapists/(?P<slug>[a-z0-9-]+)/(?P<id>\d+)"
    listing_examples = ("https://www.psychologytoday.com/us/therapists/harbor-lane-counseling-portland-or/55501",)
    listing_evidence = "real_urls"
    submit_url = "https://www.psychologytoday.com/us/therapists/signup"
    link_evidence = "guess"
    cost = "paid"

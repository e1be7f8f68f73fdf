"""Yellow: the yellow pages of New Zealand.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where behind the country in the path: single_scraper, for a trade; that a name counts is
  unproven, so it is graded a guess;
- listings are /y/<name and place> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class YellowNz(Directory):
    """Yellow."""

    id = "yellow_nz"
    name = "Yellow"
    domains = ("yellow.co.nz",)
    countries = ("NZ",)
    tier = 1
    searches = (
        Search(
            "https://yellow.co.nz/new-zealand/{name_slug}?what={name}&where={city}",
            needs=("name", "city"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?yellow\.co\.nz/y/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://yellow.co.nz/y/harbour-lane-bakery-nelson",)
    listing_evidence = "real_urls"
    submit_url = "https://yellow.co.nz/list-your-business"
    link_evidence = "guess"
    cost = "free for the basic entry"

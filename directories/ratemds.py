"""RateMDs: doctors and dentists of the United States and Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by state and city (working_scrapers); that text= finds a name is unproven, so it is graded a
  guess;
- listings are /doctor-ratings/<name-city-state> (single_scraper); cards are .search-item with
  h2.search-item-doctor-name (single_scraper);
- plain programs may meet a challenge. Its JSON (?json=true) is not documented and not used.
"""

from citations.directory import Directory, Search


class RateMds(Directory):
    """RateMDs."""

    id = "ratemds"
    name = "RateMDs"
    domains = ("ratemds.com",)
    countries = ("US", "CA")
    kind = "industry"
    industries = ("medical", "dental")
    tier = 2
    access_note = "It may show a challenge: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.ratemds.com/best-doctors/{region_slug}/{city_slug}/?text={name}",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    card = "div.search-item"
    listing_pattern = r"^https?://(www\.)?ratemds\.com/doctor-ratings/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.ratemds.com/doctor-ratings/harbor-lane-clinic-portland-or-us",)
    listing_evidence = "single_scraper"
    claim_url = "https://www.ratemds.com/doctors/claim/"
    link_evidence = "guess"

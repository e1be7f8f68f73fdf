"""Justia: lawyers of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by practice and place (working_scrapers), and one crawler that named itself was served; there is
  no search by name;
- listings are /lawyer/ or /lawfirm/ and a name on lawyers.justia.com (single_scraper).
"""

from citations.directory import Directory


class Justia(Directory):
    """Justia."""

    id = "justia"
    name = "Justia"
    domains = ("justia.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(lawyers|www)\.justia\.com/(lawyer|law-?firm)/(?P<slug>[^?#]+)"
    listing_examples = ("https://lawyers.justia.com/lawfirm/harbor-lane-law-55501",)
    listing_evidence = "single_scraper"
    submit_url = "https://www.justia.com/lawyers/signup"
    link_evidence = "guess"
    cost = "free"

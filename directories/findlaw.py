"""FindLaw: lawyers of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by practice and place (working_scrapers); there is no search by name;
- listings are /profile/… on lawyers.findlaw.com or pview.findlaw.com (single_scraper).
"""

from citations.directory import Directory


class FindLaw(Directory):
    """FindLaw."""

    id = "findlaw"
    name = "FindLaw"
    domains = ("findlaw.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://\w+\.findlaw\.com/(lawyer/|law-?firm/)?profile/[^?#]+"
    listing_examples = ("https://lawyers.findlaw.com/profile/lawfirm/harbor-lane-law/or/portland/NTU1MDE_1",)
    listing_evidence = "single_scraper"
    claim_url = "https://www.findlaw.com/lawyer/claim-profile.html"
    link_evidence = "guess"
    cost = "paid"

"""MyBuilder: tradespeople of Britain.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its robots.txt names more than fifty programs that it keeps out (one review of 2026); whether others may come is
  asked at each visit;
- it has no search by name;
- listings are /profile/<name>, or /profile/view/<name> (real_urls).
"""

from citations.directory import Directory


class MyBuilder(Directory):
    """MyBuilder."""

    id = "mybuilder"
    name = "MyBuilder"
    domains = ("mybuilder.com",)
    countries = ("GB",)
    kind = "industry"
    industries = ("home_services", "contractors")
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?mybuilder\.com/profile/(view/)?(?P<slug>[\w-]+)"
    listing_examples = ("https://www.mybuilder.com/profile/harbour-lane-plumbing",)
    listing_evidence = "real_urls"
    cost = "paid by the lead"

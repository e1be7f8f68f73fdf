"""Realtor.com: profiles of estate agents in the United States; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- programs are answered "Access Denied" (two scrapers go round that with addresses of homes, which this program
  never does);
- agents are browsed by place (working_scrapers), not by name: the address is a link for a person, and graded a
  guess;
- a profile is /realestateagents/<24 hex digits> (real_urls).
"""

from citations.directory import Directory, Search


class RealtorCom(Directory):
    """Realtor.com."""

    id = "realtor_com"
    name = "Realtor.com"
    domains = ("realtor.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("real_estate",)
    tier = 2
    access = "assisted"
    access_note = "It keeps programs out with a wall: a person opens the page."
    searches = (
        Search(
            "https://www.realtor.com/realestateagents/{city}_{region}/pg-1",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?realtor\.com/realestateagents/(?P<id>[0-9a-f]{24})"
    listing_examples = ("https://www.realtor.com/realestateagents/68c515d7744263f9b6710020",)
    listing_evidence = "real_urls"
    cost = "free"

"""HomeAdvisor: home services and contractors of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /rated.<NameWithoutSpaces>.<number>.html (real_urls);
- its owner is that of Angi.
"""

from citations.directory import Directory


class HomeAdvisor(Directory):
    """HomeAdvisor."""

    id = "homeadvisor"
    name = "HomeAdvisor"
    domains = ("homeadvisor.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("home_services", "contractors")
    family = "angi"
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?homeadvisor\.com/rated\.(?P<slug>[A-Za-z0-9]+)\.(?P<id>\d+)\.html"
    listing_examples = ("https://www.homeadvisor.com/rated.HarborLanePlumbing.5550123.html",)
    listing_evidence = "real_urls"
    claim_url = "https://pro.homeadvisor.com/"
    link_evidence = "guess"
    cost = "paid leads"
    fed_by = ("Angi",)

"""Tripadvisor: review pages of restaurants, hotels and attractions, by a known address only.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- review pages are /<kind>_Review-g<place>-d<id>-Reviews-<name>.html (real_urls), and its robots.txt
  lets them be fetched; it disallows /Search, whose address is no more than a guess anyway;
- pages of recent years carry JSON-LD of a subtype of FoodEstablishment (single_scraper), older ones
  RDFa of the "v:" vocabulary (our saved pages);
- protection against bots is widely reported, so expect walls; a Content API exists and needs a key.
"""

from citations.apis.tripadvisor import TripadvisorContent
from citations.directory import Directory


class Tripadvisor(Directory):
    """Tripadvisor."""

    id = "tripadvisor"
    name = "Tripadvisor"
    domains = (
        "tripadvisor.com",
        "tripadvisor.co.uk",
        "tripadvisor.ca",
        "tripadvisor.com.au",
        "tripadvisor.ie",
        "tripadvisor.de",
        "tripadvisor.at",
        "tripadvisor.ch",
        "tripadvisor.fr",
        "tripadvisor.es",
        "tripadvisor.it",
    )
    kind = "industry"
    industries = ("restaurants", "bars", "hotels", "attractions")
    tier = 2
    api_key = "CITATIONS_TRIPADVISOR_KEY"
    api = TripadvisorContent("https://api.content.tripadvisor.com/api/v1")
    access_note = "Its robots.txt disallows its search: give the address of the listing. Its Content API needs a key."
    listing_pattern = r"/(Restaurant|Hotel|Attraction)_Review-g(?P<place>\d+)-d(?P<id>\d+)-Reviews-[^/]+\.html"
    listing_examples = (
        "https://www.tripadvisor.com/Restaurant_Review-g52024-d5550123-Reviews-Harbor_Lane_Bakery-Portland_Oregon.html",
        "https://www.tripadvisor.co.uk/Hotel_Review-g186220-d5550124-Reviews-Harbour_Inn-Bristol_England.html",
    )
    listing_evidence = "real_urls"
    claim_url = "https://www.tripadvisor.com/Owners"
    cost = "free"
    known_listing = (
        "https://www.tripadvisor.com/Restaurant_Review-g155004-d1751525-Reviews-Pub_Italia-Ottawa_Ontario.html"
    )
    known_name = "Pub Italia"

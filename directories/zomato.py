"""Zomato: restaurants of India and the Emirates; it has left the other countries.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- that it has left the other countries is common knowledge and not checked; old pages of theirs may still stand;
- no search by name is known; listings are /<city>/<name-and-quarter> (real_urls, in Dubai);
- an official API (v2.1) was in use in 2018; whether it still answers is not known, so it is not used here.
"""

from citations.directory import Directory


class Zomato(Directory):
    """Zomato."""

    id = "zomato"
    name = "Zomato"
    domains = ("zomato.com",)
    countries = ("IN", "AE")
    kind = "industry"
    industries = ("restaurants",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?zomato\.com/(?P<city>[a-z-]+)/(?!restaurants)(?P<slug>[a-z0-9]+-[a-z0-9-]+)"
    listing_examples = ("https://www.zomato.com/dubai/harbour-lane-bistro-marina",)
    listing_evidence = "real_urls"

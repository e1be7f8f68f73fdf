"""Word of Mouth: reviews of services in Australia (once WOMO).

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q: single_scraper;
- listings are /reviews/<name and place> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class WordOfMouth(Directory):
    """Word of Mouth."""

    id = "wordofmouth_au"
    name = "Word of Mouth"
    domains = ("wordofmouth.com.au",)
    countries = ("AU",)
    tier = 3
    searches = (Search("https://www.wordofmouth.com.au/search?q={name}", needs=("name",), evidence="single_scraper"),)
    listing_pattern = r"^https?://(www\.)?wordofmouth\.com\.au/reviews/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.wordofmouth.com.au/reviews/harbour-lane-bakery",)
    listing_evidence = "real_urls"
    submit_url = "https://www.wordofmouth.com.au/users/new_with_business"
    link_evidence = "guess"

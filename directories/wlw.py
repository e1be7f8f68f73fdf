"""wlw: suppliers of Germany, Austria and Switzerland (Wer liefert was).

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q: single_scraper; it looks for goods rather than names, so it is graded a guess;
- listings are /de/firma/<name>-<number> (real_urls);
- it belongs to Europages.
"""

from citations.directory import Directory, Search


class WerLiefertWas(Directory):
    """wlw."""

    id = "wlw"
    name = "wlw"
    domains = ("wlw.de", "wlw.at", "wlw.ch")
    countries = ("DE", "AT", "CH")
    tier = 3
    searches = (Search("https://www.wlw.de/de/suche?q={name}", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?wlw\.(de|at|ch)/de/firma/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    listing_examples = ("https://www.wlw.de/de/firma/hafen-elektro-gmbh-5550123",)
    listing_evidence = "real_urls"
    cost = "free for the basic entry"

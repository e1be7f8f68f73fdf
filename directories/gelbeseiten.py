"""Gelbe Seiten: German general directory.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /suche/<name>/<city>: working_scrapers; plain clients are served in several of them;
- listings are /gsbiz/<uuid> (working_scrapers, and six links on a saved page);
- cards are article.mod-Treffer, with classes that have a meaning (working_scrapers); the business's site
  stands in base64 in data-webseitelink (single_scraper);
- fifty results to a page, the others behind the button #mod-LoadMore--button, which no address leads to
  (working_scrapers, eight of them): a search with more results is not completed;
- a results page counts its hits with the word "Treffer" (a saved page);
- its robots.txt and terms are not known to us; the former is asked at each visit;
- what it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class GelbeSeiten(Directory):
    """Gelbe Seiten."""

    id = "gelbeseiten"
    name = "Gelbe Seiten"
    domains = ("gelbeseiten.de",)
    countries = ("DE",)
    tier = 1
    searches = (
        Search("https://www.gelbeseiten.de/suche/{name}/{city}", needs=("name", "city"), evidence="working_scrapers"),
    )
    results_marker = "Treffer"
    card = "article.mod-Treffer"
    more = "#mod-LoadMore--button"
    listing_pattern = r"^https?://(www\.)?gelbeseiten\.de/gsbiz/(?P<id>[0-9a-f-]{36})"
    listing_examples = ("https://www.gelbeseiten.de/gsbiz/0a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f",)
    listing_evidence = "working_scrapers"
    fields = {"website": ".mod-WebseiteKompakt__text@data-webseitelink"}
    submit_url = "https://www.gelbeseiten.de/starteintrag"
    cost = "free for the basic entry"
    known_listing = "https://www.gelbeseiten.de/gsbiz/98204b27-c9a7-458b-bca7-7480846e53fd"
    known_name = "FERCHAU"

"""11880: German general directory.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by slugs in the path, ä to ae, ö to oe, ü to ue, ß to ss (working_scrapers);
- a results page is rendered by the server, holds up to fifty listings as a JSON-LD ItemList and
  counts them with the word "Treffer"; further pages by ?page=N (working_scrapers);
- further pages are links that show their number; the last numbers are behind dots (three saved pages);
- listings are /branchenbuch/<city>/<id>/<name>.html, from the listings on three saved results pages;
- its robots.txt and terms are not known to us; the former is asked at each visit. One scraper meets a
  wall now and then, another a consent dialog;
- what it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class ElevenEighty(Directory):
    """11880.com, named after a telephone inquiry number."""

    id = "11880"
    name = "11880"
    domains = ("11880.com",)
    countries = ("DE",)
    tier = 1
    searches = (
        Search(
            "https://www.11880.com/suche/{name_slug}/{city_slug}", needs=("name", "city"), evidence="working_scrapers"
        ),
    )
    results_marker = "Treffer"
    listing_pattern = r"^https?://(www\.)?11880\.com/branchenbuch/[^/]+/(?P<id>\w+)/[^/]+\.html"
    listing_examples = ("https://www.11880.com/branchenbuch/stuttgart/055501234B55501234/muster-elektro-gmbh.html",)
    listing_evidence = "real_urls"
    cost = "free"
    known_listing = "https://www.11880.com/branchenbuch/stuttgart/050332715B49583367/technical-support.html"
    known_name = "Technical Support"

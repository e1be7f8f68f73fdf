"""Das Örtliche: German general directory.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /Themen/<name>/<city>, and by the phone: single_scraper each; it finds loosely, so hits are held to
  the record;
- status 410 is its answer when it finds nothing (single_scraper);
- hits are div.hit with a.hitlnk_name and .phoneblock (single_scraper); listings are
  /Themen/<name-city-street> in one piece (real_urls), where a search has name and city apart;
- user agents that it does not know are shown a notice about scripts.
"""

from citations.directory import Directory, Search


class DasOertliche(Directory):
    """Das Örtliche."""

    id = "dasoertliche"
    name = "Das Örtliche"
    domains = ("dasoertliche.de",)
    countries = ("DE",)
    tier = 1
    searches = (
        Search(
            "https://www.dasoertliche.de/Controller?form_name=search_inv&ph={phone_national}",
            needs=("phone",),
            evidence="single_scraper",
        ),
        Search("https://www.dasoertliche.de/Themen/{name}/{city}", needs=("name", "city"), evidence="single_scraper"),
    )
    no_results = (410,)
    card = "div.hit"
    listing_pattern = r"^https?://(www\.)?dasoertliche\.de/Themen/(?P<slug>[^/?#.]+-[^/?#.]+)/?($|[?#])"
    listing_examples = ("https://www.dasoertliche.de/Themen/Hafen-Elektro-GmbH-Köln-Hafenstr-12",)
    listing_evidence = "real_urls"
    cost = "free"

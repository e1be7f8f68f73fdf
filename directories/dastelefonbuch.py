"""Das Telefonbuch: the German phone book, with its businesses.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /Suche/<name>/<city>: single_scraper, for a trade in place of the name;
- listings are adresse.dastelefonbuch.de/<City>/<n>-<trade, name, city and street>.html (real_urls);
- it shows a consent banner; what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class DasTelefonbuch(Directory):
    """Das Telefonbuch."""

    id = "dastelefonbuch"
    name = "Das Telefonbuch"
    domains = ("dastelefonbuch.de",)
    countries = ("DE",)
    tier = 2
    searches = (
        Search("https://www.dastelefonbuch.de/Suche/{name}/{city}", needs=("name", "city"), evidence="single_scraper"),
    )
    listing_pattern = r"^https?://adresse\.dastelefonbuch\.de/(?P<city>[^/?#]+)/\d+-(?P<slug>[^/?#]+)\.html"
    listing_examples = ("https://adresse.dastelefonbuch.de/Köln/1-Elektro-Hafen-Elektro-GmbH-Köln-Hafenstr.html",)
    listing_evidence = "real_urls"
    cost = "free"

"""Cylex: general directory with a host for each country; the American and British ones have their own files.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search as on its other hosts: single_scraper for Germany, elsewhere a guess;
- listings are /<city or sort of page>/<name>-<number>.html (real_urls for Germany, Austria, France and Canada);
- the hosts of Ireland, Switzerland and Australia are those that other tools name;
- plain programs meet a wall, so expect one; what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search

_NEEDS = ("name", "city", "postcode")
_ELSEWHERE = {
    "AT": "www.cylex.at",
    "CH": "www.cylex-swiss.ch",
    "FR": "www.cylex-locale.fr",
    "IE": "www.cylex.ie",
    "AU": "www.cylex-australia.com",
    "CA": "www.cylex-canada.ca",
}


class Cylex(Directory):
    """Cylex."""

    id = "cylex"
    name = "Cylex"
    domains = (
        "cylex.de",
        "cylex.at",
        "cylex-swiss.ch",
        "cylex-locale.fr",
        "cylex.ie",
        "cylex-australia.com",
        "cylex-canada.ca",
    )
    countries = ("DE", "AT", "CH", "FR", "IE", "AU", "CA")
    tier = 2
    access_note = "It answers plain programs with a wall: where it does, a person opens the page."
    searches = (
        Search(
            "https://web2.cylex.de/s?q={name}&c={city}&z={postcode}&p=1",
            needs=_NEEDS,
            evidence="single_scraper",
            countries=("DE",),
        ),
        *(
            Search(
                f"https://{host}/s?q={{name}}&c={{city}}&z={{postcode}}&p=1",
                needs=_NEEDS,
                evidence="guess",
                countries=(code,),
            )
            for code, host in _ELSEWHERE.items()
        ),
    )
    card = "div.lm-comp"
    listing_pattern = (
        r"^https?://(www\.|web2\.)?cylex[a-z-]*\.[a-z.]+/(?P<where>[^/?#]+)/(?P<slug>[^/"
        r"?#]+)-(?P<id>\d{5,})\.html"
    )
    listing_examples = ("https://web2.cylex.de/firma-home/hafen-elektro-gmbh-55501234.html",)
    listing_evidence = "real_urls"
    submit_url = "https://www.cylex.de/unternehmen-eintragen/"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners", "Yext")

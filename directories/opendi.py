"""Opendi: general directory with a host for each country; in Germany it is Stadtbranchenbuch.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by what and where: working_scrapers (two, of the American and the Canadian host); the others are taken to be
  alike, which is a guess;
- listings are /<city>/<number>.html (real_urls, in Poland), on a host of their own for some cities;
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search

_ELSEWHERE = {"GB": "opendi.co.uk", "AU": "opendi.com.au", "CH": "opendi.ch", "FR": "opendi.fr", "IT": "opendi.it"}


class Opendi(Directory):
    """Opendi."""

    id = "opendi"
    name = "Opendi"
    domains = ("opendi.us", "opendi.ca", *_ELSEWHERE.values())
    countries = ("US", "CA", *_ELSEWHERE)
    tier = 3
    searches = (
        *(
            Search(
                f"https://www.{host}/search?what={{name}}&where={{city}}",
                needs=("name", "city"),
                evidence="working_scrapers",
                countries=(country,),
            )
            for country, host in {"US": "opendi.us", "CA": "opendi.ca"}.items()
        ),
        *(
            Search(
                f"https://www.{host}/search?what={{name}}&where={{city}}",
                needs=("name", "city"),
                evidence="guess",
                countries=(country,),
            )
            for country, host in _ELSEWHERE.items()
        ),
    )
    listing_pattern = r"^https?://([a-z-]+\.)?opendi\.[a-z.]+/(?P<city>[a-z-]+/)?(?P<id>\d+)\.html"
    listing_examples = ("https://www.opendi.us/portland/555012.html",)
    listing_evidence = "real_urls"
    submit_url = "https://www.opendi.us/add-business.html"
    link_evidence = "guess"
    cost = "free"

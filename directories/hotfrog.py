"""Hotfrog: general directory with a host for each country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /search/<country>/<name> (single_scraper for the American, British and Australian host, a guess for
  the others; other shapes are in use as well, verify); further pages by /2, /3 at the end, about twelve results each;
- listings are /company/<number>, with name, city and category behind it for most (real_urls for the hosts of the
  United States, Canada, Germany and France; the others are taken for the same platform);
- cards are .hf-box; pages carry JSON-LD whose url is the Hotfrog page itself, the business's site stands in
  sameAs (single_scraper), which the general readers know;
- its robots.txt leaves search and listings open (2026-07-03), /add and /claim-listing/ are closed to
  programs, which concerns no person; its pages stand behind a challenge, so expect walls;
- what it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search

_ELSEWHERE = {
    "CA": "hotfrog.ca",
    "IE": "hotfrog.ie",
    "NZ": "hotfrog.co.nz",
    "DE": "hotfrog.de",
    "FR": "hotfrog.fr",
}


class Hotfrog(Directory):
    """Hotfrog."""

    id = "hotfrog"
    name = "Hotfrog"
    domains = ("hotfrog.com", "hotfrog.co.uk", "hotfrog.com.au", *_ELSEWHERE.values())
    countries = ("US", "GB", "AU", *_ELSEWHERE)
    tier = 2
    access_note = "Its pages stand behind a challenge: where that stops the program, a person opens the page."
    searches = (
        Search(
            "https://www.hotfrog.com/search/us/{name_slug}",
            needs=("name",),
            evidence="single_scraper",
            countries=("US",),
        ),
        Search(
            "https://www.hotfrog.co.uk/search/uk/{name_slug}",
            needs=("name",),
            evidence="single_scraper",
            countries=("GB",),
        ),
        Search(
            "https://www.hotfrog.com.au/search/au/{name_slug}",
            needs=("name",),
            evidence="single_scraper",
            countries=("AU",),
        ),
        *(
            Search(
                f"https://www.{host}/search/{country.lower()}/{{name_slug}}",
                needs=("name",),
                evidence="guess",
                countries=(country,),
            )
            for country, host in _ELSEWHERE.items()
        ),
    )
    final_url_must_contain = "{name_slug}"
    card = ".hf-box"
    listing_pattern = r"^https?://(www\.)?hotfrog\.(com|co\.uk|com\.au|[a-z]{2}|co\.nz)/company/(?P<id>[0-9a-f]{8,})(/(?P<slug>[^/?#]+))?"
    listing_examples = (
        "https://www.hotfrog.com/company/1055512345678901/harbor-lane-bakery/portland/bakeries",
        "https://www.hotfrog.co.uk/company/1055512345678902/harbour-lane-bakery",
    )
    listing_evidence = "real_urls"
    submit_url = "https://www.hotfrog.com/add"
    cost = "free"
    known_listing = "https://www.hotfrog.com/company/1099680379109376/phoenix-home-remodeling/chandler/contractor-equipment-services"
    known_name = "Phoenix Home Remodeling"

"""Hotfrog: general directory with hosts of its own for the United States, Britain and Australia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /search/<country>/<name> (single_scraper for each host; other shapes are in use as well, verify);
  further pages by /2, /3 at the end, about twelve results each;
- listings are /company/<number>/<name>, with city and category behind (real_urls for hotfrog.com; the other
  hosts are taken for the same platform);
- cards are .hf-box; pages carry JSON-LD whose url is the Hotfrog page itself, the business's site stands in
  sameAs (single_scraper), which the general readers know;
- its robots.txt leaves search and listings open (2026-07-03), /add and /claim-listing/ are closed to
  programs, which concerns no person; its pages stand behind a challenge, so expect walls;
- what it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class Hotfrog(Directory):
    """Hotfrog."""

    id = "hotfrog"
    name = "Hotfrog"
    domains = ("hotfrog.com", "hotfrog.co.uk", "hotfrog.com.au")
    countries = ("US", "GB", "AU")
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
    )
    final_url_must_contain = "{name_slug}"
    card = ".hf-box"
    listing_pattern = r"^https?://(www\.)?hotfrog\.(com|co\.uk|com\.au)/company/(?P<id>[0-9a-f]+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = (
        "https://www.hotfrog.com/company/1055512345678901/harbor-lane-bakery/portland/bakeries",
        "https://www.hotfrog.co.uk/company/1055512345678902/harbour-lane-bakery",
    )
    listing_evidence = "real_urls"
    submit_url = "https://www.hotfrog.com/add"
    cost = "free"
    known_listing = "https://www.hotfrog.com/company/1099680379109376/phoenix-home-remodeling/chandler/contractor-equipment-services"
    known_name = "Phoenix Home Remodeling"

"""n49: general directory of Canada and the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by slugs in the path: live_probe, without a date; a question that it cannot read is led to a default
  town full of listings, so the final address has to hold the name;
- listings are /biz/<number>/<name-province-city-street> (live_probe); plain programs are served;
- robots.txt asks for five seconds between requests and closes the pages for editing (one tool's test of it);
- add-business answered 200 on 2026-08-23. What it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class N49(Directory):
    """n49."""

    id = "n49"
    name = "n49"
    domains = ("n49.com",)
    countries = ("CA", "US")
    tier = 2
    searches = (
        Search(
            "https://www.n49.com/search/{name_slug}/1/{city_slug}-{region_slug}/",
            needs=("name", "city", "region"),
            evidence="live_probe",
        ),
    )
    final_url_must_contain = "{name_slug}"
    listing_pattern = r"^https?://(www\.)?n49\.com/biz/(?P<id>\d+)/(?P<slug>[^/?#]+)"
    listing_examples = ("https://www.n49.com/biz/5550111/harbour-lane-bakery-bc-surrey-14-harbour-lane/",)
    listing_evidence = "live_probe"
    pace = 5.0
    submit_url = "https://www.n49.com/add-business/"
    link_evidence = "live_probe"
    cost = "free"

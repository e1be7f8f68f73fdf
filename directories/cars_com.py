"""Cars.com: car dealers of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- dealers are browsed around a postcode (single_scraper, old), not by name, so that search is graded a guess;
- listings are /dealers/<number>/<name>/ (real_urls); JSON-LD on them describes cars, not the dealer;
- plain programs may meet 403 or a challenge.
"""

from citations.directory import Directory, Search


class CarsCom(Directory):
    """Cars.com."""

    id = "cars_com"
    name = "Cars.com"
    domains = ("cars.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("auto_dealers",)
    tier = 2
    access_note = "It may answer programs with a wall: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.cars.com/dealers/buy/{postcode}/?rd=30&sortBy=DISTANCE&order=ASC&page=1",
            needs=("name", "postcode"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?cars\.com/dealers/(?P<id>\d+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.cars.com/dealers/555012/harbor-lane-motors/",)
    listing_evidence = "real_urls"
    cost = "paid"

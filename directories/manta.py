"""Manta: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name, full name of the state and city: working_scrapers; further pages by &pg=N; drawn by scripts;
- listings are /c/<m and letters>/<name> (real_urls); the address is the link to Google's maps, the website
  stands behind /urlverify?redirect= (single_scraper); class names are Tailwind's and not to be relied on;
- plain programs meet a wall, so expect one. What it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Manta(Directory):
    """Manta."""

    id = "manta"
    name = "Manta"
    domains = ("manta.com",)
    countries = ("US",)
    tier = 2
    access_note = "It answers plain programs with a wall: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.manta.com/search?search={name}&search_source=nav&country=United%20States&state={region_name}&city={city}&page_size=25",
            needs=("name", "city", "region_name"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = r"^https?://(www\.)?manta\.com/c/(?P<id>m[a-z0-9]+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://www.manta.com/c/m1ab5p1/harbor-lane-bakery",)
    listing_evidence = "real_urls"
    claim_url = "https://www.manta.com/claim"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners", "purchased lists")

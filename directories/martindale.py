"""Martindale-Hubbell: lawyers of the United States; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- programs meet a wall that one scraper passes only with a browser that a person opened;
- search by term: working_scrapers; drawn by scripts; class names are not to be relied on;
- listings are /organization/<name>-<number>/ (real_urls), /attorney/ in the same way (guess).
"""

from citations.directory import Directory, Search


class Martindale(Directory):
    """Martindale-Hubbell."""

    id = "martindale"
    name = "Martindale-Hubbell"
    domains = ("martindale.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    access = "assisted"
    access_note = "It keeps programs out with a wall: a person opens the page."
    searches = (
        Search(
            "https://www.martindale.com/search/law-firms/?term={name}", needs=("name",), evidence="working_scrapers"
        ),
    )
    listing_pattern = r"^https?://(www\.)?martindale\.com/(organization|attorney)/(?P<slug>[a-z0-9-]+?)-(?P<id>\d+)"
    listing_examples = ("https://www.martindale.com/organization/harbor-lane-law-55501/",)
    listing_evidence = "real_urls"

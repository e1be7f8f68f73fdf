"""118000.fr: phone book of France.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by who and where (label): working_scrapers (three), for people; for businesses it is taken to be alike;
- listings of businesses are /e_C<number> (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Annuaire118000(Directory):
    """118000.fr."""

    id = "118000_fr"
    name = "118000.fr"
    domains = ("118000.fr",)
    countries = ("FR",)
    tier = 2
    searches = (
        Search(
            "https://www.118000.fr/search?who={name}&label={city}", needs=("name", "city"), evidence="single_scraper"
        ),
    )
    listing_pattern = r"^https?://(www\.)?118000\.fr/e_(?P<id>C\d+)"
    listing_examples = ("https://www.118000.fr/e_C0555012345",)
    listing_evidence = "real_urls"
    cost = "free"

"""The Law Society: solicitors of England and Wales, kept by their society.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name and place: working_scrapers (two, for people and firms);
- listings are /office/<number>/<name> (single_scraper);
- every practising firm is listed; the firm keeps its data with the regulator (SRA).
"""

from citations.directory import Directory, Search


class LawSociety(Directory):
    """The Law Society."""

    id = "law_society"
    name = "The Law Society"
    domains = ("solicitors.lawsociety.org.uk",)
    countries = ("GB",)
    kind = "industry"
    industries = ("legal",)
    tier = 2
    searches = (
        Search(
            "https://solicitors.lawsociety.org.uk/search/results?Type=1&Name={name}&Location={city}",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = r"^https?://solicitors\.lawsociety\.org\.uk/office/(?P<id>\d+)/(?P<slug>[a-z0-9-]+)"
    listing_examples = ("https://solicitors.lawsociety.org.uk/office/555012/harbour-lane-law",)
    listing_evidence = "single_scraper"
    cost = "part of the membership"
    fed_by = ("the Solicitors Regulation Authority",)

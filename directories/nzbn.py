"""New Zealand Business Number: the public register of New Zealand's businesses, kept by the state.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /mynzbn/search/<name>/: single_scraper (a link for people in one tool);
- an entry is /mynzbn/nzbndetails/<thirteen digits>/ (real_urls);
- its pages are drawn by scripts; a program is told to use an API with a key, which is not used here.
"""

from citations.directory import Directory, Search


class NewZealandBusinessNumber(Directory):
    """New Zealand Business Number."""

    id = "nzbn"
    name = "New Zealand Business Number"
    domains = ("nzbn.govt.nz",)
    countries = ("NZ",)
    tier = 2
    access = "assisted"
    access_note = "Its pages are drawn by scripts, and programs are sent to an API with a key: a person looks."
    searches = (Search("https://www.nzbn.govt.nz/mynzbn/search/{name}/", needs=("name",), evidence="single_scraper"),)
    listing_pattern = r"^https?://(www\.)?nzbn\.govt\.nz/mynzbn/nzbndetails/(?P<id>\d{13})"
    listing_examples = ("https://www.nzbn.govt.nz/mynzbn/nzbndetails/9429055501234/",)
    listing_evidence = "real_urls"
    cost = "free"
    fed_by = ("the Companies Office", "owners")

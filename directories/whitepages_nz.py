"""White Pages New Zealand: the phone book of New Zealand.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /white-all/<name>/<region>/: single_scraper three times, with the region in place of the town, so it
  is graded a guess;
- what a listing's address looks like no source says; it belongs to Yellow.
"""

from citations.directory import Directory, Search


class WhitePagesNz(Directory):
    """White Pages New Zealand."""

    id = "whitepages_nz"
    name = "White Pages New Zealand"
    domains = ("whitepages.co.nz",)
    countries = ("NZ",)
    tier = 3
    access = "assisted"
    access_note = "No address of a listing is known: a person looks."
    searches = (Search("https://whitepages.co.nz/white-all/{name}/new-zealand/1/", needs=("name",), evidence="guess"),)
    cost = "free"
    fed_by = ("Yellow",)

"""Alignable: a network of small businesses in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- a page is /<city>-<state>/<name> (real_urls); it is fed by owners.
"""

from citations.directory import Directory, Search


class Alignable(Directory):
    """Alignable."""

    id = "alignable"
    name = "Alignable"
    domains = ("alignable.com",)
    countries = ("US",)
    kind = "social"
    tier = 2
    searches = (Search("https://www.alignable.com/search?q={name}", needs=("name",), evidence="guess"),)
    listing_pattern = (
        r"^https?://(www\.)?alignable\.com/(?P<city>[a-z0-9-]+)-(?P<state>[a-z]{2})/(?P<slug>[a-z0-9-]+)/?($|[?#])"
    )
    listing_examples = ("https://www.alignable.com/portland-or/harbor-lane-bakery",)
    listing_evidence = "real_urls"
    submit_url = "https://www.alignable.com/signup"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners",)

"""LinkedIn: company pages; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search results stand behind a log-in; the search address is a guess, a link for a person, no more;
- a company page is /company/<name> (real_urls); it is fed by the owner alone.
"""

from citations.directory import Directory, Search


class LinkedIn(Directory):
    """LinkedIn."""

    id = "linkedin"
    name = "LinkedIn"
    domains = ("linkedin.com",)
    kind = "social"
    tier = 2
    access = "assisted"
    access_note = "LinkedIn shows its search and most pages to people who are signed in."
    searches = (
        Search("https://www.linkedin.com/search/results/companies/?keywords={name}", needs=("name",), evidence="guess"),
    )
    listing_pattern = r"^https?://(\w+\.)?linkedin\.com/company/(?!create\b)[^/?#]+/?($|[?#])"
    listing_examples = ("https://www.linkedin.com/company/harbor-lane-bakery/",)
    listing_evidence = "real_urls"
    submit_url = "https://www.linkedin.com/company/create"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners",)

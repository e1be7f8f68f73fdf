"""Trustpilot: reviews of companies, kept under the host of their website; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its terms ban automated access unless it approved of it (one review of 2026-08-23);
- a page is /review/<host of the website> (real_urls), so the website leads there without a search;
- state of Next.js and JSON-LD were seen on its pages (unverified), which the general readers know.
"""

from citations.directory import Directory, Search


class Trustpilot(Directory):
    """Trustpilot."""

    id = "trustpilot"
    name = "Trustpilot"
    domains = ("trustpilot.com",)
    tier = 2
    access = "assisted"
    access_note = "Its terms ban programs unless it approved of them: a person opens the page."
    searches = (
        Search("https://www.trustpilot.com/search?query={website_host}", needs=("website_host",), evidence="guess"),
    )
    listing_pattern = r"^https?://(\w+\.)?trustpilot\.com/review/(?P<host>[a-z0-9.-]+)/?($|[?#])"
    listing_examples = ("https://www.trustpilot.com/review/harborlanebakery.example",)
    listing_evidence = "real_urls"
    claim_url = "https://business.trustpilot.com/signup"
    link_evidence = "guess"
    cost = "free tier"
    fed_by = ("customers", "owners")

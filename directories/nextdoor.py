"""Nextdoor: business pages of neighbourhoods; a person opens them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- one British tool counts it among the sites that block programs, and owners have to prove who they are (one
  review of 2026-08-23); its search address is a guess, a link for a person, no more;
- a page is /pages/<name>-<city>-<state> (real_urls, on the American and the German host); it is fed by owners.
"""

from citations.directory import Directory, Search


class Nextdoor(Directory):
    """Nextdoor."""

    id = "nextdoor"
    name = "Nextdoor"
    domains = ("nextdoor.com", "nextdoor.co.uk", "nextdoor.de", "nextdoor.fr")
    countries = ("US", "GB", "CA", "AU", "DE", "FR")
    kind = "hyperlocal"
    tier = 2
    access = "assisted"
    access_note = "Nextdoor blocks programs and shows most of its pages to neighbours who are signed in."
    searches = (Search("https://nextdoor.com/pages/search/?query={name}", needs=("name",), evidence="guess"),)
    listing_pattern = r"^https?://(www\.)?nextdoor\.(com|co\.uk|de|fr)/pages/(?!search)(?P<slug>[a-z0-9-]+)/?($|[?#])"
    listing_examples = ("https://nextdoor.com/pages/harbor-lane-bakery-portland-or/",)
    listing_evidence = "real_urls"
    claim_url = "https://business.nextdoor.com/"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners",)

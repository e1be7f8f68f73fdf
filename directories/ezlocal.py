"""EZlocal: general directory of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by place and category (single_scraper); no search by name is proven, so there is none here;
- listings are /<state>/<city>/<category>/<ten digits> (real_urls); cards are div.result with h3.fw-bold and
  a.stretched-link (single_scraper); names may carry an ordinal;
- plain programs may meet a challenge.
"""

from citations.directory import Directory


class EzLocal(Directory):
    """EZlocal."""

    id = "ezlocal"
    name = "EZlocal"
    domains = ("ezlocal.com",)
    countries = ("US",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    card = "div.result"
    listing_pattern = r"^https?://(www\.)?ezlocal\.com/(?P<state>[a-z]{2})/(?P<city>[a-z0-9-]+)/(?P<category>[a-z0-9-]+)/(?P<id>\d+)/?($|[?#])"
    listing_examples = ("https://ezlocal.com/or/portland/bakery/0955501234",)
    listing_evidence = "real_urls"
    submit_url = "https://ezlocal.com/add/"
    link_evidence = "guess"
    cost = "free"

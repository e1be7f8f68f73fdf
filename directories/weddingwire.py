"""WeddingWire: vendors for weddings in the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by place and a numbered category (working_scrapers); no search by name is proven, so there is
  none here;
- listings are /biz/<name>/<16 hex digits>.html (real_urls); class names are not to be relied on.
"""

from citations.directory import Directory


class WeddingWire(Directory):
    """WeddingWire."""

    id = "weddingwire"
    name = "WeddingWire"
    domains = ("weddingwire.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("weddings",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?weddingwire\.com/biz/(?P<slug>[a-z0-9-]+)/(?P<id>[0-9a-f]{16})\.html"
    listing_examples = ("https://www.weddingwire.com/biz/harbor-lane-bridal/abcd555012345600.html",)
    listing_evidence = "real_urls"

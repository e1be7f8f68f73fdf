"""WeddingWire: vendors for weddings in the United States and Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it is browsed by place and a numbered category (working_scrapers); no search by name is proven, so there is
  none here;
- listings are /biz/<name>/<16 hex digits>.html (real_urls), on the Canadian host /<trade>/<name>--e<number> (one
  address of a business); class names are not to be relied on.
"""

from citations.directory import Directory


class WeddingWire(Directory):
    """WeddingWire."""

    id = "weddingwire"
    name = "WeddingWire"
    domains = ("weddingwire.com", "weddingwire.ca")
    countries = ("US", "CA")
    kind = "industry"
    industries = ("weddings",)
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = (
        r"^https?://(www\.)?weddingwire\.(com/biz/(?P<slug>[a-z0-9-]+)/(?P<id>[0-9a-f]{16})\.html"
        r"|ca/[a-z-]+/[a-z0-9-]+--e\d+)"
    )
    listing_examples = (
        "https://www.weddingwire.com/biz/harbor-lane-bridal/abcd555012345600.html",
        "https://www.weddingwire.ca/bridal-salons/harbour-lane-bridal--e55501",
    )
    listing_evidence = "real_urls"

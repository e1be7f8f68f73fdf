"""Yelp: general directory of the English-speaking countries, Germany and France; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its robots.txt disallows everything to programs that it does not name, and its terms of 2026 ban
  automated access (7.2 j): so the program visits none of its pages;
- search by find_desc and find_loc: working_scrapers for yelp.com and yelp.co.uk, a guess for the hosts of
  Canada and Australia, unknown for those of Germany and France; further pages by &start=N;
- listings are /biz/<slug>, the slug with a number when it was taken (real_urls);
- pages carry JSON-LD and the state of their scripts; class names are hashed and change with each release;
- the business's site stands behind /biz_redir?url= (two independent scrapers);
- biz.yelp.com/claim answered on 2026-08-23 (live_probe).
What it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class Yelp(Directory):
    """Yelp."""

    id = "yelp"
    name = "Yelp"
    domains = ("yelp.com", "yelp.co.uk", "yelp.ca", "yelp.com.au", "yelp.de", "yelp.fr")
    countries = ("US", "GB", "CA", "AU", "DE", "FR")
    tier = 1
    access = "assisted"
    access_note = "Its robots.txt and its terms keep programs out: a person opens the page."
    searches = (
        Search(
            "https://www.yelp.com/search?find_desc={name}&find_loc={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
            countries=("US",),
        ),
        Search(
            "https://www.yelp.co.uk/search?find_desc={name}&find_loc={city}",
            needs=("name", "city"),
            evidence="working_scrapers",
            countries=("GB",),
        ),
        Search(
            "https://www.yelp.ca/search?find_desc={name}&find_loc={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="guess",
            countries=("CA",),
        ),
        Search(
            "https://www.yelp.com.au/search?find_desc={name}&find_loc={city}+{region}",
            needs=("name", "city"),
            evidence="guess",
            countries=("AU",),
        ),
    )
    listing_pattern = r"^https?://(www\.|m\.)?yelp\.[a-z.]+/biz/(?P<slug>[^/?#]+)"
    listing_examples = (
        "https://www.yelp.com/biz/harbor-lane-bakery-portland-2",
        "https://m.yelp.com/biz/harbor-lane-bakery-portland?osq=bakery",
        "https://www.yelp.co.uk/biz/harbour-lane-bakery-bristol",
    )
    fields = {"website": ("a[href*='/biz_redir?']",)}
    claim_url = "https://biz.yelp.com/claim"
    cost = "free"

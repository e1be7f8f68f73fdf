"""Yellow Pages (YP.com): general directory of the United States; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- the terms of its owner, Thryv, ban scraping, crawling and harvesting (one review of 2026-08-23, which says
  that they do not name the property), and plain programs are answered with 403, even for robots.txt
  (the same tool; a second probe met a wall): so the program visits none of its pages. A saved robots.txt
  would allow both its search and its listings;
- search by phone: single_scraper; by search_terms and geo_location_terms: working_scrapers, five of them;
  further pages by &page=N;
- listings are /<city>-<state>/mip/<name>-<number>, or bpp for mip; the number is shared with Superpages and
  DexKnows (real_urls);
- results are .result, the unpaid ones within .search-results.organic; advertisements are .paid-listing or
  hold .ad-pill (single_scraper each); names .business-name, numbers .phones.phone.primary
  (working_scrapers); the business's site may stand behind ?url= or ?u= (single_scraper).
What it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class YellowPages(Directory):
    """Yellow Pages of the United States."""

    id = "yellowpages"
    name = "Yellow Pages"
    domains = ("yellowpages.com",)
    countries = ("US",)
    family = "thryv"
    family_listing = "https://www.yellowpages.com/{city_slug}-{region_slug}/mip/{name_slug}-{id}"
    tier = 1
    access = "assisted"
    access_note = "Its owner's terms ban scraping, and it answers programs with 403: a person opens the page."
    searches = (
        Search(
            "https://www.yellowpages.com/phone?phone_search_terms={phone_national}",
            needs=("phone",),
            evidence="single_scraper",
        ),
        Search(
            "https://www.yellowpages.com/search?search_terms={name}&geo_location_terms={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
        ),
    )
    card = "div.result"
    sponsored = ".center-ads, .paid-listing, .ad-pill"
    listing_pattern = (
        r"^https?://(www\.)?yellowpages\.com/(?P<city>[a-z0-9-]+)-(?P<state>[a-z]{2})/(mip|bpp)/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>\d+)"
    )
    listing_examples = (
        "https://www.yellowpages.com/portland-or/mip/harbor-lane-bakery-555012345",
        "https://www.yellowpages.com/st-helens-or/bpp/bobs-plumbing-555012346?lid=1",
    )
    listing_evidence = "real_urls"
    submit_url = "https://adsolutions.yp.com/free-listing"
    cost = "free for the basic entry"
    fed_by = ("Thryv",)
    feeds = ("Superpages", "DexKnows")

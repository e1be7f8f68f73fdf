"""Yellow Pages Australia: general directory; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its footer leads to Thryv Australia (a saved page): the terms of Thryv ban scraping, as for Yellow Pages of
  the United States (one review of 2026-08-23), so the program visits none of its pages. A saved robots.txt
  would allow both its search and its listings; one scraper stops there for a person's check;
- search by clue and locationClue: working_scrapers; 35 results to a page, further pages by &pageNumber=N;
- listings are /<state>/<town>/<name>-<number>-listing.html (the 35 links of a saved page), and all results
  stand in the state of the page's scripts, more of them than are drawn.
What it says when it finds nothing is not known, so an empty page is never taken for a "no".
"""

from citations.directory import Directory, Search


class YellowPagesAustralia(Directory):
    """Yellow Pages Australia."""

    id = "yellowpages_au"
    name = "Yellow Pages Australia"
    domains = ("yellowpages.com.au",)
    countries = ("AU",)
    tier = 1
    access = "assisted"
    access_note = "It belongs to Thryv, whose terms ban scraping: a person opens the page."
    searches = (
        Search(
            "https://www.yellowpages.com.au/search/listings?clue={name}&locationClue={city}+{region}",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?yellowpages\.com\.au/(?P<state>[a-z]{2,3})/(?P<city>[a-z0-9-]+)/"
        r"(?P<slug>[a-z0-9-]+)-(?P<id>\d+)-listing\.html"
    )
    listing_examples = ("https://www.yellowpages.com.au/qld/cairns/harbour-lane-bakery-1000005550123-listing.html",)
    listing_evidence = "real_urls"
    cost = "free"

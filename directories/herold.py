"""Herold: the yellow pages of Austria.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by place and name in the path: single_scraper (/gelbe-seiten/<place>/was_<what>/); another writes
  was_<what>/wo_<place>/; that a name counts as what is wanted is common to both;
- listings are /gelbe-seiten/<place>/<five letters>/<name>/ (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class Herold(Directory):
    """Herold."""

    id = "herold"
    name = "Herold"
    domains = ("herold.at",)
    countries = ("AT",)
    tier = 1
    searches = (
        Search(
            "https://www.herold.at/gelbe-seiten/{city_slug}/was_{name_slug}/",
            needs=("name", "city"),
            evidence="single_scraper",
        ),
    )
    listing_pattern = (
        r"^https?://(www\.)?herold\.at/gelbe-seiten/(?P<city>[^/?#]+)/(?!was_)(?P<id>\w{5})/(?P<slug>[^/"
        r"?#]+)"
    )
    listing_examples = ("https://www.herold.at/gelbe-seiten/salzburg/h5551/hafen-elektro-gmbh/",)
    listing_evidence = "real_urls"
    cost = "free for the basic entry"

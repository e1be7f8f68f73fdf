"""GoYellow: general directory of Germany; it belongs to 11880.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by the number as it is dialled: three old tools used it, so it is graded a guess now;
- listings are /home/<trade, name and city>--<id>.html (real_urls);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class GoYellow(Directory):
    """GoYellow."""

    id = "goyellow"
    name = "GoYellow"
    domains = ("goyellow.de",)
    countries = ("DE",)
    tier = 3
    searches = (
        Search("https://www.goyellow.de/inverssuche/?TEL=0{phone_national}", needs=("phone",), evidence="guess"),
    )
    listing_pattern = r"^https?://(www\.)?goyellow\.de/home/(?P<slug>[^/?#]+?)--(?P<id>\w+)\.html"
    listing_examples = ("https://www.goyellow.de/home/elektro-hafen-elektro-gmbh-koeln--b5551.html",)
    listing_evidence = "real_urls"
    fed_by = ("owners", "uberall")

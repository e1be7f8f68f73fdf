"""Yandex Maps: maps of the world, looked at most in eastern Europe and central Asia.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its map is drawn by scripts and guarded by a captcha; its search address is a guess, a link for a person;
- a place is /maps/org/<name>/<number>/ (real_urls).
"""

from citations.directory import Directory, Search


class YandexMaps(Directory):
    """Yandex Maps."""

    id = "yandex_maps"
    name = "Yandex Maps"
    domains = ("yandex.com", "yandex.ru")
    kind = "maps"
    tier = 3
    access = "assisted"
    access_note = "Its map is drawn by scripts behind a captcha: a person looks."
    searches = (Search("https://yandex.com/maps/?text={name}+{city}", needs=("name", "city"), evidence="guess"),)
    listing_pattern = r"^https?://yandex\.(com|ru|[a-z.]{2,6})/maps/org/((?P<slug>[\w-]+)/)?(?P<id>\d+)"
    listing_examples = ("https://yandex.com/maps/org/harbor_lane_bakery/55501234567/",)
    listing_evidence = "real_urls"
    submit_url = "https://yandex.com/sprav/"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners",)

"""Cylex USA: general directory; cylex-usa.com moved here.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by name, city and postcode: single_scraper, from one address of real results; further pages by &p=N;
- listings are /company/<name>-<number>.html (real_urls); cards are .lm-comp, values stand under ids: #cp-name,
  #cp-street, #cp-mainPhone-1, #cp-website (single_scraper);
- plain programs meet a wall, so expect one. What it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class CylexUsa(Directory):
    """Cylex USA."""

    id = "cylex_us"
    name = "Cylex USA"
    domains = ("cylex.us.com", "cylex-usa.com")
    countries = ("US",)
    tier = 2
    access_note = "It answers plain programs with a wall: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.cylex.us.com/s?q={name}&c={city}&z={postcode}&p=1",
            needs=("name", "city", "postcode"),
            evidence="single_scraper",
        ),
    )
    card = "div.lm-comp"
    listing_pattern = r"^https?://(www\.)?cylex(\.us\.com|-usa\.com)/company/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)\.html"
    listing_examples = ("https://www.cylex.us.com/company/harbor-lane-bakery-55501234.html",)
    listing_evidence = "real_urls"
    fields = {
        "name": "#cp-name",
        "address": "#cp-street",
        "phone": "#cp-mainPhone-1 .contact-data a",
        "website": "#cp-website a@href",
    }
    submit_url = "https://www.cylex.us.com/add-company"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("owners", "Yext")

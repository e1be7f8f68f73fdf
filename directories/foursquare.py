"""Foursquare: venue pages by a known address only.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- venue pages are /v/<slug>/<24 hex digits>, from addresses that real businesses publish (real_urls);
- robots.txt leaves /v/ open to us and disallows /search; the /explore page is left alone because the
  City Guide (app closed in December 2024) was announced to go (working_scrapers, before that);
- business.foursquare.com/places/<24 hex digits> is the owner's side of the same place (real_urls);
- the saved venue pages that we know carry microdata, so nothing has to be said about fields;
- it is an aggregator that feeds other services, which is why it counts as tier 1.
"""

from citations.apis.foursquare import FoursquarePlaces
from citations.directory import Directory


class Foursquare(Directory):
    """Foursquare."""

    id = "foursquare"
    name = "Foursquare"
    domains = ("foursquare.com",)
    kind = "aggregator"
    tier = 1
    api_key = "CITATIONS_FOURSQUARE_KEY"
    api = FoursquarePlaces("https://places-api.foursquare.com")
    access_note = "Its robots.txt disallows its search: give the address of the listing. Its Places API needs a key."
    listing_pattern = (
        r"^https?://(business\.foursquare\.com/places|(www\.)?foursquare\.com/v(/[^/]+)?)"
        r"/(?P<id>[0-9a-f]{24})(?=$|[/?#])"
    )
    listing_examples = (
        "https://foursquare.com/v/harbor-lane-bakery/5a3259b2c97f284526379b51",
        "https://business.foursquare.com/places/5a3259b2c97f284526379b51",
    )
    listing_evidence = "real_urls"
    claim_url = "https://business.foursquare.com/"
    cost = "claiming is paid"
    feeds = ("Apple Maps", "Uber", "Samsung", "Snapchat")
    known_listing = "https://foursquare.com/v/phoenix-home-remodeling/5a3259b2c97f284526379b51"
    known_name = "Phoenix Home Remodeling"

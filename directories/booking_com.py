"""Booking.com: hotels and other lodgings in every country; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its terms ban programs, as is commonly known; not checked;
- search by ss: a guess, a link for a person;
- listings are /hotel/<country>/<name>.html, with a language before .html for some (real_urls); its pages carry
  JSON-LD, but no phone.
"""

from citations.directory import Directory, Search


class BookingCom(Directory):
    """Booking.com."""

    id = "booking_com"
    name = "Booking.com"
    domains = ("booking.com",)
    kind = "industry"
    industries = ("hotels",)
    tier = 2
    access = "assisted"
    access_note = "Its terms ban programs: a person opens the page."
    searches = (
        Search("https://www.booking.com/searchresults.html?ss={name}+{city}", needs=("name", "city"), evidence="guess"),
    )
    listing_pattern = (
        r"^https?://(www\.)?booking\.com/hotel/(?P<country>[a-z]{2})/"
        r"(?P<slug>[a-z0-9-]+)(\.[a-z]{2}(-[a-z]{2})?)?\.html"
    )
    listing_examples = ("https://www.booking.com/hotel/us/harbor-lane-hotel.html",)
    listing_evidence = "real_urls"
    cost = "paid by the booking"

"""Zocdoc: bookings with doctors and dentists in the United States; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- programs meet a wall that one scraper passes only with a real browser and patience, which this program does
  not dress up as;
- search goes by specialty; that the name counts is unproven, so it is graded a guess;
- listings are /practice/<name>-<number> (real_urls), /doctor/ and /dentist/ in the same way (guess).
"""

from citations.directory import Directory, Search


class Zocdoc(Directory):
    """Zocdoc."""

    id = "zocdoc"
    name = "Zocdoc"
    domains = ("zocdoc.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("medical", "dental")
    tier = 2
    access = "assisted"
    access_note = "It keeps programs out with a wall: a person opens the page."
    searches = (
        Search(
            "https://www.zocdoc.com/search?address={city}%2C%20{region}&search_query={name}",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?zocdoc\.com/(doctor|dentist|practice)/(?P<slug>[^/?#]+)"
    listing_examples = ("https://www.zocdoc.com/practice/harbor-lane-clinic-55501",)
    listing_evidence = "real_urls"
    submit_url = "https://www.zocdoc.com/join"
    link_evidence = "guess"
    cost = "paid"

"""Vitals: doctors and dentists of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search takes coordinates and a JSON address behind the page (working_scrapers), which is not documented and
  not used here;
- listings are /doctors/<name> (real_urls), /dentists/ and /group-practice/ in the same way (guess); it belongs to
  the group of WebMD.
"""

from citations.directory import Directory


class Vitals(Directory):
    """Vitals."""

    id = "vitals"
    name = "Vitals"
    domains = ("vitals.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("medical", "dental")
    family = "webmd"
    tier = 2
    access_note = "It has no search by name: give the listing's address."
    listing_pattern = r"^https?://(www\.)?vitals\.com/(doctors|dentists|group-practice)/(?!claim\b)[^/?#]+"
    listing_examples = ("https://www.vitals.com/group-practice/harbor-lane-clinic",)
    listing_evidence = "real_urls"
    claim_url = "https://www.vitals.com/doctors/claim"
    link_evidence = "guess"
    fed_by = ("WebMD",)

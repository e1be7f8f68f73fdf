"""Find-Us-Here: general directory of every country.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known; listings are /businesses/<Name-City-Region-Country>/<number> (real_urls); its page
  for signing up answered on 2026-08-23.
"""

from citations.directory import Directory


class FindUsHere(Directory):
    """Find-Us-Here."""

    id = "find_us_here"
    name = "Find-Us-Here"
    domains = ("find-us-here.com",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    listing_pattern = r"^https?://(www\.)?find-us-here\.com/businesses/(?P<slug>[A-Za-z0-9-]+)/(?P<id>\d+)"
    listing_examples = ("https://www.find-us-here.com/businesses/Harbor-Lane-Bakery-Portland-Oregon-USA/55501234",)
    listing_evidence = "real_urls"

"""Houzz: builders, designers and architects; a person opens its pages.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its terms (section 4) ban robots and scraping (one review of 2026-08-23);
- professionals are browsed by category and place (single_scraper); no search by name is proven;
- listings are /professionals/<category>/<name>-pfvw<country>-pf~<number> (real_urls, on the American and the British
  host).
"""

from citations.directory import Directory


class Houzz(Directory):
    """Houzz."""

    id = "houzz"
    name = "Houzz"
    domains = ("houzz.com", "houzz.com.au", "houzz.co.uk", "houzz.de", "houzz.fr", "houzz.ie", "houzz.co.nz")
    countries = ("US", "AU", "GB", "CA", "DE", "FR", "IE", "NZ")
    kind = "industry"
    industries = ("contractors", "home_services", "interior_design", "architecture")
    tier = 2
    access = "assisted"
    access_note = "Its terms ban programs, and no search by name is known: a person looks."
    card = ".hz-pro-search-result"
    listing_pattern = r"^https?://(www\.)?houzz\.[a-z.]+/professionals/(?P<category>[a-z-]+)/(?P<slug>[a-z0-9-]+)-pfvw[a-z]{2}-pf~(?P<id>\d+)"
    listing_examples = ("https://www.houzz.com/professionals/roofing/harbor-lane-roofing-pfvwus-pf~555012345",)
    listing_evidence = "real_urls"
    claim_url = "https://www.houzz.com/professionals"
    link_evidence = "guess"
    cost = "free, more is paid"

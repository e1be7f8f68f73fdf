"""Healthgrades: doctors and dentists of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- a saved robots.txt closes its search (/usearch?what=&where=, working_scrapers) to programs and leaves profiles
  open, so there is no search here;
- results are in the flight rows of Next.js (self.__next_f), not in its class names, which are hashed:
  displayName, address.line1, carePhone, providerUrl (working_scrapers);
- listings are /physician/<name> (real_urls), /dentist/, /providers/ and /group-directory/ in the same way (guess);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory


class Healthgrades(Directory):
    """Healthgrades."""

    id = "healthgrades"
    name = "Healthgrades"
    domains = ("healthgrades.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("medical", "dental")
    tier = 2
    access_note = "Its robots.txt disallows its search: give the listing's address."
    listing_pattern = r"^https?://(www\.)?healthgrades\.com/(physician|dentist|providers|group-directory|hospital-directory)/[^?#]*[a-z0-9-]+"
    listing_examples = ("https://www.healthgrades.com/physician/harbor-lane-clinic-x5551",)
    listing_evidence = "real_urls"
    claim_url = "https://update.healthgrades.com/"
    link_evidence = "guess"
    cost = "free"

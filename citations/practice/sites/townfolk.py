"""A directory with JSON-LD on its profiles and plain cards on its results pages.

Its JSON-LD comes in the shapes that real sites have: alone, in a list, in a graph beside the
directory's own organisation; the link to the business is `url`, or only `sameAs`.
"""

from citations.practice.book import Profile
from citations.practice.markup import local_business
from citations.practice.sites.site import Site


class Townfolk(Site):
    """Townfolk Pages."""

    id = "practice_townfolk"
    name = "Townfolk Pages"
    template = "townfolk.html"
    colour = "#14532d"
    phone = "(888) 555-0191"
    countries = ("US", "DE")
    tier = 1
    no_results = ("No businesses matched your search",)
    card = "li.card"
    cannot = frozenset()

    def structured(self, profile: Profile) -> object:
        """The JSON-LD of one profile."""
        data, page = local_business(profile.shown, profile.trade), self.origin + self.path(profile)
        website = profile.shown.website
        links = {"url": page, "sameAs": [website]} if profile.number % 2 else {"url": website}
        data |= links if website else {"url": page}
        if profile.number % 3 == 0:
            us = {"@type": "Organization", "name": self.name, "telephone": self.phone, "url": self.origin}
            return {"@context": "https://schema.org", "@graph": [us, data]}
        return [data] if profile.number % 3 == 1 else data

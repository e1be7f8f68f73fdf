"""The business's own website: the one listing that its owner wholly controls, and what others copy from."""

from citations.directory import Directory
from citations.models import Location


class OwnWebsite(Directory):
    """Stands for every host. Its page is the website that the record names; there is nothing to search."""

    id = "own_website"
    name = "Own website"
    domains = ("*",)
    tier = 1
    access_note = "The record names no website."

    def known_url(self, location: Location) -> str:
        """The page that the record names for this directory, else its website."""
        website = location.listings.get(self.id, "") or location.website
        return website if "://" in website or not website else f"https://{website}"

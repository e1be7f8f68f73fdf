"""Local chambers of commerce whose member pages are made with GrowthZone, ChamberMaster or MicroNet: thousands of them.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- members are searched by /list/search?q=<name> on the chamber's own host (single_scraper); the host has to be
  named: in a record's column "Listing local_chamber" (the address of the member's page, or of the chamber's
  directory), or for each town in the list that CITATIONS_CHAMBERS names (columns Town, Region, Chamber);
- members are /list/member/<name>-<number>, on older sites /list/mbr/ or /member-directory/Details/ (real_urls);
- cards are .gz-directory-card or .gz-results-card with microdata and .gz-card-website (single_scraper);
- what it says when it finds nothing is not known. chamberofcommerce.com is no chamber, and not among these.
"""

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote_plus

from citations.directory import Directory, Query, slug
from citations.models import Location
from citations.settings import Settings
from citations.words import Grade

_MEMBER = r"/list/(member|mbr)/(?P<slug>[a-z0-9-]+)-(?P<id>\d+)|/member-directory/Details/[^/?#]+"
_FRONT = re.compile(r"^(https?://[^/?#]+(?:/(?!list\b|member-directory\b)[^/?#]+)*)")


class LocalChamber(Directory):
    """The chamber of commerce of a location's town."""

    id = "local_chamber"
    name = "Local chamber of commerce"
    domains = ("chambermaster.com",)
    countries = ("US", "CA")
    kind = "hyperlocal"
    tier = 3
    access_note = "Name the town's chamber: in the column Listing local_chamber, or in the list of CITATIONS_CHAMBERS."
    card = "div.gz-directory-card, div.gz-results-card"
    listing_pattern = _MEMBER
    listing_examples = ("https://example.chambermaster.com/list/member/harbor-lane-bakery-5501",)
    listing_evidence = "real_urls"
    fields = {"website": ".gz-card-website a@href"}
    cost = "membership"
    fed_by = ("the chamber",)

    def owns(self, url: str) -> bool:
        """True for ChamberMaster's hosts, and for a member's page or search on a chamber's own host."""
        return super().owns(url) or bool(re.search(rf"^https?://[^/]+.*({_MEMBER}|/list/search\?)", url))

    def known_url(self, location: Location) -> str:
        """The member's page, when it is what the record names, and not the chamber's directory."""
        url = super().known_url(location)
        return url if self.is_listing(url) else ""

    def find(self, location: Location) -> Iterable[Query]:
        """The search of the town's chamber, where one is named."""
        front = _FRONT.match(location.listings.get(self.id, "") or _of_town(location))
        if front and location.name:
            url = f"{front[1]}/list/search?q={quote_plus(location.name)}&sa=true"
            yield Query(url, Grade.SINGLE_SCRAPER)


def _of_town(location: Location) -> str:
    """The address of the chamber in the user's list for the location's town; blank when it names none."""
    file, place = Settings().chambers, location.postal
    return _listed(file, file.stat().st_mtime).get((slug(place.city), place.region.upper()), "") if file else ""


@lru_cache(4)
def _listed(file: Path, changed: float) -> dict[tuple[str, str], str]:  # noqa: ARG001  (read anew when it changed)
    """Raises OSError or KeyError when the list cannot be read or lacks a column."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = csv.DictReader(opened)
        return {(slug(row["Town"]), row["Region"].strip().upper()): row["Chamber"].strip() for row in rows}

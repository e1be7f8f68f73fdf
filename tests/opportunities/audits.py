"""Small audits whose opportunities are known, and the directories that they went to."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from citations.directory import Directory
from citations.findings import Portfolio, portfolio
from citations.models import Check, Link, Listing, Location, Sighting
from citations.words import Reason, Status
from tests.invented import audited, dental, listed, looked

ELM, FIR = "Elm Dental", "Fir Dental Care"
WEBSITE = "https://harbordental.example/"
FOLLOWED, NOFOLLOW = Link(WEBSITE, "Website"), Link(WEBSITE, "Website", ("nofollow",))


class TownGuide(Directory):
    """Important, for the trade, free, with a page to add a listing."""

    id, name, domains = "town_guide", "Town Guide", ("town-guide.example",)
    tier, kind, industries, cost = 1, "industry", ("dental", "medical"), "free"
    countries = ("US",)
    submit_url, claim_url = "https://town-guide.example/add", "https://town-guide.example/claim"


class LocalFinder(Directory):
    """For everybody."""

    id, name, domains, tier = "local_finder", "Local Finder", ("local-finder.example",), 2


class MapNearby(Directory):
    """For another trade."""

    id, name, domains, tier = "map_nearby", "Map Nearby", ("map-nearby.example",), 2
    industries = ("restaurants",)


class CityIndex(Directory):
    """Of least importance."""

    id, name, domains, tier = "city_index", "City Index", ("city-index.example",), 3


SITES = {site.id: site for site in (TownGuide(), LocalFinder(), MapNearby(), CityIndex())}


def place(number: int, **facts: object) -> Location:
    """A dentist's location that names two competitors."""
    known = {"categories": ("Dentist",), "competitors": (ELM, FIR)}
    return replace(dental(number), **(known | facts))


def absent(location: Location, directory: str, *seen: str, status: Status = Status.NOT_LISTED) -> Check:
    """A check that found no listing there but these competitors."""
    check = looked(location, directory, status, detail="searched and found no listing")
    sightings = [Sighting(name, Listing(f"https://x.example/{name}", name=name), check.url, "key") for name in seen]
    return replace(check, competitors=tuple(sightings))


def unsure(location: Location, directory: str) -> Check:
    """A check that came to no answer."""
    return looked(location, directory, Status.UNVERIFIED, Reason.ROBOTS, "robots.txt disallows /search")


def of(home: Path, checks: Sequence[tuple[Location, Sequence[Check]]]) -> Portfolio:
    """The whole audit with these checks."""
    store, info = audited(home, checks)
    found = portfolio(store, info.id)
    store.close()
    return found


__all__ = ["ELM", "FIR", "FOLLOWED", "NOFOLLOW", "SITES", "absent", "listed", "of", "place", "unsure"]

"""Spotting competitors: those that a record names, recognised on a page of results."""

from urllib.parse import unquote_plus

from citations.audit.case import Case
from citations.audit.look import Look
from citations.directory import Query, slug
from citations.models import Listing, Location
from citations.nap import compare
from citations.postal import Address
from citations.words import Verdict


def spot(case: Case, query: Query, look: Look) -> None:
    """Remember in `case` each named competitor that the results of `query` show for the first time.

    It has to go by the same name, by the rules for names, and be in the location's town. A card that shows no
    address counts where the search itself named the town. `look` has to be a page that answers `query`.
    """
    names_town = _names_town(case.location, query)
    for name in case.location.competitors:
        if name.strip() and name not in case.seen:
            sought = as_competitor(case.location, name)
            listing = next((each for each in look.reading if _is_it(sought, each, names_town=names_town)), None)
            if listing:
                case.seen[name] = listing, look


def as_competitor(location: Location, name: str) -> Location:
    """What is known of a competitor: its name, and that it is in the location's town."""
    here = location.postal
    town = Address(city=here.city, region=here.region, postcode=here.postcode, country=here.country)
    return Location("", name, town, country=location.country)


def _is_it(sought: Location, listing: Listing, *, names_town: bool) -> bool:
    comparison = compare(sought, listing)
    if not comparison.name.verdict.is_right:
        return False
    parts = {name: part.verdict for name, part in comparison.address.parts.items()}
    if not parts:
        return names_town
    if parts["region"] is Verdict.DIFFERENT:
        return False
    told = parts["city"].is_right or parts["postcode"].is_right
    return told or (names_town and parts["city"] is not Verdict.DIFFERENT)


def _names_town(location: Location, query: Query) -> bool:
    town = slug(location.postal.city, location.country)
    return bool(town) and town in slug(unquote_plus(query.url), location.country)

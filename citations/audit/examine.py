"""A live check of a directory: its known listing, a search that has to find it, and one that has to find nothing.

only people may visit it, or only who has a key        -> assisted, needs_key: without any visit
nothing answered                                       -> unreachable: the site is as unchecked as before
a wall, a refusal                                      -> blocked
the known listing cannot be read, or shows another     -> degraded
a search does not find the known listing               -> degraded
a search finds a name that cannot exist                -> degraded
the known listing is gone                              -> degraded, unless a search works all the same
"""

import csv
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from citations.audit.by_api import usable_api
from citations.audit.candidate import name_likeness
from citations.audit.case import Case
from citations.audit.check import closed
from citations.audit.follow import is_silent
from citations.audit.health import Health, fingerprint
from citations.audit.look import Look, Looker
from citations.audit.search import proves_nothing, search
from citations.directory import Directory, Query
from citations.locations import country_code
from citations.models import Address, Listing, Location, Obstacle
from citations.nap import Batch
from citations.pages.document import Document
from citations.web import EvidenceFolder
from citations.words import HealthState, Reason

NOBODY = "Qzxv Nowhere Vqqk"
_ALIKE = 90
_CHANGED = frozenset({Reason.LAYOUT_CHANGED, Reason.WEAK_SEARCH, Reason.ERROR_PAGE, Reason.PARKED, Reason.SCRIPT_SHELL})
_TOWNS = Path(__file__).parent / "towns.csv"


class NothingToCheckError(ValueError):
    """The directory's file names nothing that a check could be held to; the text says what to add."""


@dataclass
class _Finding:
    """What was seen so far."""

    seen: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    walls: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    has_answered: bool = False
    listing_works: bool = False
    is_gone: bool = False
    search_works: bool = False

    def stopped(self, what: str, obstacle: Obstacle) -> None:
        """Something kept us from looking: a fault of what we know of the site, or a wall."""
        kept = self.faults if obstacle.reason in _CHANGED else self.walls
        kept.append(f"{what}: {obstacle.detail} ({obstacle.reason})")


async def examine(directory: Directory, looker: Looker, evidence: EvidenceFolder) -> Health:
    """Check what the directory's file says against the site, and keep the pages.

    Raises NothingToCheckError when the file names nothing to check, or nothing by which the answers could be judged.
    """
    found = _Finding()
    api = usable_api(directory, looker.settings)
    obstacle = None if api else closed(directory)
    if obstacle:
        state = HealthState.ASSISTED if obstacle.reason is Reason.ASSISTED else HealthState.NEEDS_KEY
        return _health(directory, state, obstacle.detail, found)
    case = Case(_nobody(directory), directory, looker, evidence, Batch([]), api=api)
    queries = list(case.queries())
    if not (directory.known_listing or queries):
        raise NothingToCheckError(f"{directory.name} names neither a known_listing nor a search to check")
    listing = await _known_listing(case, found) if directory.known_listing else None
    if listing and queries and not found.walls:
        await _search_for(listing, case, found)
    for query in queries if not found.walls else ():
        await _search_for_nobody(query, case, found)
    return _judged(directory, found)


async def _known_listing(case: Case, found: _Finding) -> Listing | None:
    """The known listing as it is read now."""
    directory = case.directory
    look = await _look(case, directory.known_listing, found)
    if look.is_gone:
        found.is_gone = True
        found.seen.append(f"its known listing is gone (status {look.page.status}): name another in its file")
        return None
    if look.obstacle:
        found.stopped("its known listing", look.obstacle)
        return None
    listing = look.reading[0] if len(look.reading) else Listing()
    if not (listing.name and (listing.address or listing.phones)):
        found.faults.append("its known listing cannot be read: neither address nor phone")
        return None
    if directory.known_name and _likeness(directory.known_name, listing) < _ALIKE:
        found.faults.append(f"its known listing shows {listing.name}, not {directory.known_name}")
        return None
    said = "; ".join(filter(None, (listing.name, str(listing.address or ""), *listing.phones, listing.website)))
    found.seen.append(f"its known listing says: {said}")
    found.listing_works = True
    return listing


async def _search_for(listing: Listing, case: Case, found: _Finding) -> None:
    """Search for the known listing by what it says: one of the searches has to find it."""
    directory = case.directory
    phone = next(iter(listing.phones), "")
    record = Location(
        "known", listing.name, listing.address or "", phone, listing.website, _country(listing, directory)
    )
    known = Case(record, directory, case.looker, case.evidence, Batch([record]), api=case.api)
    missed = False
    for query in known.queries():
        result = await search(known, query)
        if result.last:
            _keep(known, result.last, found)
        if result.sure:
            found.search_works = True
            found.seen.append(f"a search finds it: {query.url}")
            return
        if result.stopped is None:
            missed = True
        elif result.stopped.reason is Reason.WEAK_SEARCH:
            found.seen.append(f"a search for it was not completed: {result.stopped.detail}")
        else:
            found.stopped("a search for its known listing", result.stopped)
    if missed and not found.walls:
        found.faults.append("no search finds its known listing")


async def _search_for_nobody(query: Query, case: Case, found: _Finding) -> None:
    """Search for a name that cannot exist: nothing may be found, and the page has to be known for what it is."""
    look = await _look(case, query.url, found)
    if any(_likeness(NOBODY, listing) >= _ALIKE for listing in look.reading):
        found.faults.append(f"a search takes the echo of its question for a listing: {query.url}")
        return
    stopped = proves_nothing(case, query, look)
    if stopped and _says_something_unknown(stopped, look, case.directory):
        found.seen.append(f"how it says that it finds nothing is not in its file; it says: {_words(look)}")
    elif stopped:
        found.stopped("a search for a name that cannot exist", stopped)
    else:
        found.search_works = True
        said = look.reading.no_results or f"{len(look.reading)} others"
        found.seen.append(f"a search for a name that cannot exist shows: {said}")


def _says_something_unknown(stopped: Obstacle, look: Look, directory: Directory) -> bool:
    """True for a page without results whose words for it nobody has written down yet."""
    is_page = look.obstacle is None and look.page.status < 400
    return is_page and stopped.reason is Reason.LAYOUT_CHANGED and not directory.no_results


def _words(look: Look) -> str:
    """The beginning of what a page says, for whoever writes down its words."""
    document = Document.open(look.page.body, look.url, None, look.page.status, look.page.headers)
    return document.main_text[:200].strip() or "nothing"


async def _look(case: Case, url: str, found: _Finding) -> Look:
    look = await case.look(url)
    found.has_answered |= not is_silent(look.obstacle)
    _keep(case, look, found)
    return look


def _keep(case: Case, look: Look, found: _Finding) -> None:
    if look.page.body and (key := case.keep(look.page)):
        found.evidence.append(key)


def _judged(directory: Directory, found: _Finding) -> Health:
    if not found.has_answered:
        return _health(directory, HealthState.UNREACHABLE, "; ".join(found.walls), found)
    if found.is_gone and not found.search_works and not found.walls:
        found.faults.insert(0, "its known listing is gone, and no search shows that it can still be read")
    if found.faults:
        return _health(directory, HealthState.DEGRADED, "; ".join(found.faults), found)
    if found.walls:
        return _health(directory, HealthState.BLOCKED, "; ".join(found.walls), found)
    if not (found.listing_works or found.search_works):
        said = "answered, and nothing shows whether it was read right"
        raise NothingToCheckError(f"{directory.name} {said}: name a known_listing in its file; {found.seen[-1]}")
    return _health(directory, HealthState.HEALTHY, "", found)


def _health(directory: Directory, state: HealthState, why: str, found: _Finding) -> Health:
    now, evidence = datetime.now(UTC), tuple(dict.fromkeys(found.evidence))
    return Health(directory.id, state, why, now, tuple(found.seen), evidence, fingerprint(directory))


def _country(listing: Listing, directory: Directory) -> str:
    """The country that the listing names, by its code; else the first of the directory's."""
    named = listing.address.country if isinstance(listing.address, Address) else ""
    try:
        return country_code(named)
    except ValueError:
        return next(iter(directory.countries), "US")


def _nobody(directory: Directory) -> Location:
    """A business that cannot exist, in a town of the directory's first country."""
    towns = _towns()
    country = next((country for country in directory.countries if country in towns), "US")
    return Location("nobody", NOBODY, towns[country], country=country)


@cache
def _towns() -> dict[str, str]:
    with _TOWNS.open(encoding="utf-8", newline="") as file:
        return {row["country"]: row["town"] for row in csv.DictReader(file)}


def _likeness(name: str, listing: Listing) -> float:
    return name_likeness(Location("", name), listing)

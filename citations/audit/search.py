"""One search of a directory: its results pages, and the candidates on them."""

from dataclasses import dataclass, field, replace

from citations.audit.candidate import Candidate, name_likeness, ranked
from citations.audit.case import Case
from citations.audit.look import Look
from citations.directory import Query
from citations.models import Obstacle
from citations.words import Reason

OPENED_AT_MOST = 3
LIKE_ENOUGH_TO_OPEN = 60


@dataclass
class Found:
    """What a search came to: candidates, the last page seen, and what kept it from being completed."""

    candidates: list[Candidate] = field(default_factory=list)
    last: Look | None = None
    stopped: Obstacle | None = None

    @property
    def sure(self) -> list[Candidate]:
        """The candidates that are this location."""
        return [candidate for candidate in self.candidates if candidate.is_sure]


async def search(case: Case, query: Query) -> Found:
    """Walk the results pages of `query` until a candidate is sure, a page proves nothing, or they end."""
    found, url = Found(), query.url
    for _ in range(max(1, case.directory.max_pages)):
        found.last = look = await case.look(url)
        found.stopped = _proves_nothing(case, query, look)
        if found.stopped:
            break
        found.candidates += await _candidates(case, look, found)
        url = look.reading.next_page
        if found.sure or found.stopped or not url or url in case.tried:
            break
    return found


def _proves_nothing(case: Case, query: Query, look: Look) -> Obstacle | None:
    """Why this page is not a completed search; None when it is one."""
    if look.obstacle or look.reading.no_results:
        return look.obstacle
    if look.page.status >= 400:
        return Obstacle(Reason.ERROR_PAGE, f"the search answered with status {look.page.status}")
    if not query.was_kept(look.url) and not _is_profile(case, look):
        return Obstacle(Reason.WEAK_SEARCH, f"the site answered with another page: {look.url}")
    if not len(look.reading):
        return Obstacle(Reason.LAYOUT_CHANGED, "neither results nor a word that there are none")
    return None


async def _candidates(case: Case, look: Look, found: Found) -> list[Candidate]:
    """Listings on the page that are, or may be, this location; the likeliest are read on their own pages.

    A page that cannot be had stops the search: a card says too little to call a field absent.
    """
    judged = ranked(case.location, [case.judge(listing, look) for listing in look.reading])
    if _is_profile(case, look):
        return [candidate for candidate in judged if candidate.is_possible]
    worth = [candidate for candidate in judged if _is_worth_opening(case, candidate)]
    opened = []
    for candidate in worth[:OPENED_AT_MOST]:
        profile = await _open(case, candidate)
        if profile.look.obstacle:
            found.stopped, found.last = profile.look.obstacle, profile.look
        elif profile.is_possible:
            opened.append(profile)
    return opened


def _is_worth_opening(case: Case, candidate: Candidate) -> bool:
    """A card that is clearly another business stays closed; one that says little is opened on a like name."""
    like = name_likeness(case.location, candidate.listing) >= LIKE_ENOUGH_TO_OPEN
    return candidate.is_possible or (candidate.says_little and like)


async def _open(case: Case, candidate: Candidate) -> Candidate:
    """The candidate read on its own page; the card where it has none, or none that shows a listing."""
    url = candidate.listing.url
    if not url or url == candidate.look.url or not case.directory.is_listing(url):
        return candidate
    look = await case.look(url)
    if look.obstacle:
        return replace(candidate, look=look)
    return case.judge(look.reading[0], look) if len(look.reading) else candidate


def _is_profile(case: Case, look: Look) -> bool:
    """True when the search led straight to one listing."""
    return bool(case.directory.listing_pattern) and case.directory.is_listing(look.url)

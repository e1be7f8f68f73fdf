"""One search of a directory: its results pages, and the candidates on them."""

from dataclasses import dataclass, field, replace

from citations.audit.candidate import Candidate, name_likeness, ranked
from citations.audit.case import Case
from citations.audit.look import Look
from citations.audit.spotting import spot
from citations.directory import Query
from citations.models import Obstacle
from citations.words import Reason

OPENED_AT_MOST = 5
LIKE_ENOUGH_TO_OPEN = 60


@dataclass
class Found:
    """What a search came to: candidates, the last page seen, and what kept it from being completed.

    `closed` are cards that are this location for certain and whose own pages could not be had.
    """

    candidates: list[Candidate] = field(default_factory=list)
    closed: list[Candidate] = field(default_factory=list)
    last: Look | None = None
    stopped: Obstacle | None = None

    @property
    def sure(self) -> list[Candidate]:
        """The candidates that are this location."""
        return [candidate for candidate in self.candidates if candidate.is_sure]


async def search(case: Case, query: Query) -> Found:
    """Walk the results pages of `query` until a candidate is sure, something stops it, or they end.

    Only a search whose pages were all read, and whose likely cards were all opened, is completed.
    """
    found, url = Found(), query.url
    for _ in range(max(1, case.directory.max_pages)):
        found.last = look = await case.look(url)
        found.stopped = proves_nothing(case, query, look)
        if found.stopped:
            return found
        spot(case, query, look)
        await _gather(case, look, found)
        url = look.reading.next_page
        if found.sure or found.stopped or _is_past_likely_names(case, query, look):
            return found
        if look.reading.has_more and not url:
            found.stopped = Obstacle(Reason.WEAK_SEARCH, "there are more results behind a button")
        if found.stopped or not url or url in case.tried:
            return found
    found.stopped = Obstacle(
        Reason.WEAK_SEARCH, f"there are more results than the {case.directory.max_pages} pages read"
    )
    return found


def _is_past_likely_names(case: Case, query: Query, look: Look) -> bool:
    """True when the likeliest names come first and this page has none like ours any more."""
    return query.ranked and not any(_is_like(case, case.judge(listing, look)) for listing in look.reading)


def proves_nothing(case: Case, query: Query, look: Look) -> Obstacle | None:
    """Why this page is not a completed search; None when it is one."""
    reading = look.reading
    if look.obstacle or reading.no_results == str(look.page.status) or is_profile(case, look):
        return look.obstacle
    if not query.was_kept(look.url):
        return Obstacle(Reason.WEAK_SEARCH, f"the site answered with another page: {look.url}")
    if case.directory.results_marker and not reading.results_page:
        return Obstacle(Reason.LAYOUT_CHANGED, "the sign of a results page is not there")
    if look.page.status >= 400:
        return Obstacle(Reason.ERROR_PAGE, f"the search answered with status {look.page.status}")
    if not reading.no_results and not len(reading):
        return Obstacle(Reason.LAYOUT_CHANGED, "neither results nor a word that there are none")
    return None


async def _gather(case: Case, look: Look, found: Found) -> None:
    """Add the listings on the page that are, or may be, this location; the likeliest are read on their own pages.

    A page that cannot be had stops the search, since a card says too little to call a field absent; so do
    likely cards that were left closed.
    """
    judged = ranked(case.location, [case.judge(listing, look) for listing in look.reading])
    if is_profile(case, look) or (case.api and case.api.gives_whole_listings):
        found.candidates += [candidate for candidate in judged if candidate.is_possible]
        return
    advertised = [case.judge(listing, look) for listing in look.reading.sponsored]
    worth = [candidate for candidate in judged if is_worth_opening(case, candidate)]
    worth += [candidate for candidate in advertised if _is_like(case, candidate)]
    for candidate in worth[:OPENED_AT_MOST]:
        profile = await _open(case, candidate)
        if profile.look.obstacle:
            found.stopped, found.last = profile.look.obstacle, profile.look
            found.closed += [candidate] if candidate.is_sure else []
        elif profile.is_possible:
            found.candidates.append(profile)
    if len(worth) > OPENED_AT_MOST and not found.stopped:
        closed = len(worth) - OPENED_AT_MOST
        found.stopped = Obstacle(Reason.WEAK_SEARCH, f"{closed} more listings with a like name were not opened")


def is_worth_opening(case: Case, candidate: Candidate) -> bool:
    """A card that is clearly another business stays closed; one that says little is opened on a like name."""
    return candidate.is_possible or (candidate.says_little and _is_like(case, candidate))


def _is_like(case: Case, candidate: Candidate) -> bool:
    return name_likeness(case.location, candidate.listing) >= LIKE_ENOUGH_TO_OPEN


async def _open(case: Case, candidate: Candidate) -> Candidate:
    """The candidate read on its own page; the card where it has none, or none that shows a listing."""
    url = candidate.listing.url
    if not url or url == candidate.look.url or not case.can_open(url):
        return candidate
    look = await case.look(url)
    if look.obstacle:
        return replace(candidate, look=look)
    return case.best(look) or candidate


def is_profile(case: Case, look: Look) -> bool:
    """True when the search led straight to one listing."""
    return bool(case.directory.listing_pattern) and case.directory.is_listing(look.url)

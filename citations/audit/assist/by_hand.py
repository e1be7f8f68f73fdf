"""The check of one location by a page that a person brought: the same judging and comparing, without a visit.

the page of a listing     -> listed when it is this location, ambiguous when it may be
a page of results         -> listed or ambiguous by its cards; not listed under the rules of an automatic search
a wall, an error page     -> unverified, with its reason
anything else             -> says nothing of this location
"""

from dataclasses import replace

from citations.audit.assist.copied_text import AS_TEXT
from citations.audit.assist.deep_link import searches
from citations.audit.assist.recognise import near
from citations.audit.candidate import Candidate, ranked
from citations.audit.case import Case
from citations.audit.look import Look
from citations.audit.not_told import not_held_against
from citations.audit.search import is_worth_opening, proves_nothing
from citations.audit.spotting import spot
from citations.directory import Directory, Query
from citations.models import Check, Obstacle, Page, Reading
from citations.nap import identify
from citations.pages.results import is_search
from citations.same_page import answers, is_among, page_key
from citations.words import Decision, Reason, Status, Verdict


class NobodyLooks:
    """Stands where an automatic check has its visitor: what a person brings is read without any visit."""

    async def look(self, directory: Directory, url: str, *, climb: bool = True, country: str = "") -> Look:  # noqa: ARG002
        """No page, whatever is asked for."""
        obstacle = Obstacle(Reason.ASSISTED, f"a person has to open it: {directory.name}")
        return Look(Page(url, url, obstacle=obstacle), Reading(obstacle=obstacle))

    async def follow(self, url: str, beside: str) -> None:
        """Nothing: no link is followed."""

    async def picture(self, page: Page) -> bytes:
        """The picture that came with the page."""
        return page.screenshot


_NOT_SHOWN = frozenset({Verdict.ABSENT, Verdict.INCOMPLETE})


def is_results_page(look: Look, case: Case) -> bool:
    """True for a page of results, false for the page of one listing."""
    directory = case.directory
    if not look.url:
        return False
    if directory.listing_pattern:
        return not directory.is_listing(look.url)
    return look.reading.results_page or is_search(look.url, directory)


async def by_listing(case: Case, look: Look, *, is_known: bool) -> Check | None:
    """The check by a page about one business; None when that is another one.

    `is_known`: the page stands at the address that the record gives for this location's listing.
    """
    best = case.best(look)
    if best is None:
        return None
    if best.is_sure or case.is_own_website or (is_known and best.is_possible):
        check = await case.listed([best])
        return as_far_as_shown(check, TEXT) if look.page.how in AS_TEXT else check
    if is_known:
        return case.ambiguous([best], case.looks_like_another(best))
    return case.ambiguous([best]) if best.is_possible else None


async def by_results(case: Case, look: Look) -> Check | None:
    """The check by a results page; None when it neither shows this location nor answers a search for it.

    A card that several branches may be settles nothing: it says too little to tell them apart.
    """
    judged = ranked(case.location, [case.judge(card, look) for card in look.reading])
    query = asked(case, look)
    if query and proves_nothing(case, query, look) is None:
        spot(case, query, look)
    sure = [candidate for candidate in judged if candidate.is_sure and not _is_contested(case, candidate)]
    if sure:
        return _without_what_cards_leave_out(await case.listed(sure), look, case)
    if query is None:
        return None
    doubtful = [candidate for candidate in judged if candidate.is_possible]
    return case.ambiguous(doubtful) if doubtful else _nothing(case, look, query, judged)


def _is_contested(case: Case, candidate: Candidate) -> bool:
    """True when the card may be a sister location as well."""
    others = near(case.batch.locations, [candidate.listing], case.batch)
    return any(
        identify(other, candidate.listing, case.batch).decision is not Decision.DIFFERENT
        for other in others
        if other.id != case.location.id and not is_among(candidate.listing.url, case.decided.ours)
    )


def asked(case: Case, look: Look) -> Query | None:
    """The search for this location that led to the page, by the page's address or the one that was opened."""
    ways = searches(case.directory, case.location)
    return next((q for q in ways if answers(q.url, look.page.url) or answers(q.url, look.url)), None)


def _nothing(case: Case, look: Look, query: Query, judged: list[Candidate]) -> Check:
    """No card is ours: a "no" only when the search is known to work and nothing was left unread."""
    stopped = proves_nothing(case, query, look) or _left_unread(case, look, judged)
    if stopped is None and query.grade.may_say_not_listed:
        return case.answer(Status.NOT_LISTED, detail="a person searched and found no listing", look=look)
    unconfirmed = Obstacle(Reason.WEAK_SEARCH, "nothing found, by a search address that nobody has confirmed")
    return case.unverified(stopped or unconfirmed, look)


def _left_unread(case: Case, look: Look, judged: list[Candidate]) -> Obstacle | None:
    closed = sum(is_worth_opening(case, candidate) for candidate in judged)
    if closed:
        return Obstacle(Reason.WEAK_SEARCH, f"{closed} listing(s) with a like name were not opened")
    advertised = [case.judge(card, look) for card in look.reading.sponsored]
    if any(is_worth_opening(case, candidate) for candidate in advertised):
        return Obstacle(Reason.WEAK_SEARCH, "an advertisement with a like name was not opened")
    if look.reading.next_page or look.reading.has_more:
        return Obstacle(Reason.WEAK_SEARCH, "the results go on on a further page")
    return None


def _without_what_cards_leave_out(check: Check, look: Look, case: Case) -> Check:
    """A card says too little to call anything absent, where the listing has a page of its own to say it."""
    has_own_page = check.url and page_key(check.url) != page_key(look.url) and case.directory.is_listing(check.url)
    return as_far_as_shown(check, _CARD) if has_own_page else check


_CARD = "read on a results page; what it leaves out was not compared"
TEXT = "read from a text without its page; what it leaves out was not compared"


def as_far_as_shown(check: Check, detail: str) -> Check:
    """The check with `detail`, with nothing called absent or incomplete that the whole page may well show."""
    if check.comparison is None:
        return check
    every = check.comparison.fields.keys()
    reason = f"{detail}.".capitalize()
    return replace(
        check,
        comparison=not_held_against(check.comparison, every, "shown in part", reason, _NOT_SHOWN),
        detail=detail,
    )

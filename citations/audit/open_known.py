"""Opening an address at which a listing is known, or expected, to be."""

from citations.audit.candidate import Candidate
from citations.audit.case import Case
from citations.audit.gone import Gone, gone_for_certain, other_business, seems_gone
from citations.audit.known_address import Known
from citations.audit.look import Look
from citations.audit.own_site import check_site
from citations.audit.search import search
from citations.models import Check, Obstacle
from citations.same_page import is_among
from citations.words import Reason


async def open_known(case: Case, known: Known, url: str) -> Check | Gone | None:
    """The check by the address `url`; how the listing is gone from there when it is to be searched for instead.

    An address that we found once (and nobody gave us) may show another business now. None for an address where
    the listing is only expected and is not yet: that says nothing.
    """
    look = await case.look(url)
    opened = (
        gone_for_certain(case, url, look) or seems_gone(case, url, look) or await _as_it_stands(case, known, url, look)
    )
    is_held = is_among(url, (known.given, known.seen))
    return opened if is_held or (isinstance(opened, Check) and opened.comparison) else None


async def _as_it_stands(case: Case, known: Known, url: str, look: Look) -> Check | Gone:
    """The check by a page that does not say that the listing is gone."""
    if look.obstacle:
        return case.unverified(look.obstacle, look)
    if case.is_own_website:
        return await check_site(case, look)
    best = case.best(look)
    if best is None:
        led = f"; {url} leads to {look.url}" if look.page.redirects else ""
        says = f"the page shows no listing that could be read{led}"
        return case.unverified(Obstacle(Reason.LAYOUT_CHANGED, says), look)
    if best.is_sure or (best.is_possible and not is_among(url, known.derived)):
        doubles, unread = await _doubles(case)
        return await case.listed([best, *doubles], unread=unread)
    if is_among(url, [known.given]):
        return case.ambiguous([best], case.looks_like_another(best))
    return other_business(url, look)


async def _doubles(case: Case) -> tuple[list[Candidate], tuple[str, ...]]:
    """The other listings of an earlier audit that are still there, and the addresses that could not be read."""
    doubles, unread = [], []
    for url in case.earlier:
        if not case.can_open(url) or is_among(url, (*case.tried, *case.decided.not_ours)):
            continue
        look = await case.look(url)
        best = None if look.obstacle or look.is_gone else case.best(look)
        doubles += [best] if best and best.is_sure else []
        unread += [url] if look.obstacle and not (look.is_gone or look.obstacle.says_gone) else []
    return [*doubles, *await _searched(case)], tuple(unread)


async def _searched(case: Case) -> list[Candidate]:
    """What the first search that is known to work shows of this location, when second listings are asked for.

    Whatever keeps it from being completed says nothing against the listing that is known.
    """
    query = next((query for query in case.queries() if query.grade.may_say_not_listed), None)
    if query is None or not case.find_duplicates:
        return []
    found = await search(case, query)
    return [*found.sure, *found.closed]

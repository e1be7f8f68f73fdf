"""Finding a listing by a web search, where the directory itself could not be searched; only when the user turned it on.

a hit that is this location, read on its own page     -> listed
hits that may be                                      -> ambiguous
a hit on a page that only a person may open           -> as before, with the address for the person
nothing, or an engine that does not answer            -> as before: what no engine shows may be there all the same
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from citations.apis.web_search import ENGINES, ProgrammableSearch, WebSearch
from citations.audit.by_api import at_its_address
from citations.audit.case import Case
from citations.audit.look import HARD, Looker
from citations.directory import search_values
from citations.models import Check, Listing, Obstacle
from citations.same_page import is_among, is_web_address, page_key
from citations.settings import Settings
from citations.words import Access, Reason, Status

OPENED_AT_MOST = 3
_LIKE_ENOUGH = 60
_NO_USE = frozenset({Reason.DEGRADED, Reason.NETWORK, Reason.TIMEOUT, Reason.QUOTA, Reason.NEEDS_KEY})


def engine(settings: Settings) -> WebSearch | None:
    """The search engine that the user turned on; None without one, or without its key."""
    chosen = next((one for one in ENGINES if one.id == settings.web_search), None)
    usable = at_its_address(chosen, settings) if chosen else None
    if isinstance(usable, ProgrammableSearch):
        usable.engine = settings.web_search_engine
        return usable if usable.engine else None
    return usable if isinstance(usable, WebSearch) else None


@dataclass
class _Hits:
    """Addresses of listings, the likeliest first; what stood in the way of asking."""

    urls: list[str]
    stopped: Obstacle | None = None


async def find_on_the_web(case: Case, looker: Looker, check: Check, *, is_open: bool) -> Check:
    """`check`, or what a web search makes of it; `is_open` when the directory's pages may be visited by programs."""
    used = engine(looker.settings)
    if used is None or not _is_worth_asking(case, check):
        return check
    hits = await _ask(case, looker, used)
    if hits.stopped:
        return _with(check, f"{used.name} could not be asked: {hits.stopped.detail}")
    if not hits.urls:
        reason = Reason.WEAK_SEARCH if check.reason is Reason.NOT_CHECKED else check.reason
        return replace(_with(check, f"{used.name} shows no listing there, which proves nothing"), reason=reason)
    if not is_open or check.reason in HARD:
        return _left_to_a_person(check, hits.urls[0], used)
    return await _opened(case, hits.urls, used) or _with(check, f"{used.name} shows other listings there only")


def _is_worth_asking(case: Case, check: Check) -> bool:
    directory = case.directory
    can_tell = bool(directory.listing_pattern) and "*" not in directory.domains and directory.access != Access.API
    return can_tell and check.status is Status.UNVERIFIED and check.reason not in _NO_USE


async def _ask(case: Case, looker: Looker, used: WebSearch) -> _Hits:
    """Ask by name and town; by phone where that shows no listing."""
    for words in _questions(case):
        look = await looker.search_web(used, used.asking(words))
        if look.obstacle:
            return _Hits([], look.obstacle)
        found = sorted((hit for hit in look.reading if _may_be(case, hit)), key=lambda hit: -_likeness(case, hit))
        if found:
            return _Hits(list({page_key(hit.url): hit.url for hit in reversed(found)}.values())[::-1])
    return _Hits([])


def _questions(case: Case) -> Iterator[str]:
    values = search_values(case.location)
    site = f"site:{case.directory.domains[0].removeprefix('https://').removeprefix('www.')}"
    if values["name"] and values["city"]:
        yield f'{site} "{values["name"]}" {values["city"]}'
    if case.location.phone:
        yield f'{site} "{case.location.phone}"'


def _may_be(case: Case, hit: Listing) -> bool:
    """True for the address of a listing there whose title is like our name, and that nobody has refused."""
    is_listing = is_web_address(hit.url) and case.directory.is_listing(hit.url)
    refused = (*case.decided.not_ours, *case.taken, *case.tried)
    return is_listing and not is_among(hit.url, refused) and _likeness(case, hit) >= _LIKE_ENOUGH


def _likeness(case: Case, hit: Listing) -> float:
    """How much of the name the title holds: titles add the town, the trade and the directory's name."""
    return fuzz.partial_ratio(case.location.name.casefold(), hit.name.casefold())


async def _opened(case: Case, urls: list[str], used: WebSearch) -> Check | None:
    """The check by the pages of the hits; None when they are other businesses."""
    candidates, stopped = [], None
    for url in urls[:OPENED_AT_MOST]:
        look = await case.look(url)
        if look.obstacle:
            stopped = stopped or case.unverified(look.obstacle, look)
            continue
        best = case.best(look)
        candidates += [best] if best and best.is_possible else []
    sure = [candidate for candidate in candidates if candidate.is_sure]
    if sure:
        return _with(await case.listed(sure), f"found by {used.name}")
    return _with(case.ambiguous(candidates), f"found by {used.name}") if candidates else stopped


def _left_to_a_person(check: Check, url: str, used: WebSearch) -> Check:
    said = f"{used.name} shows {url}, which may be it: a person has to open it"
    return replace(_with(check, said), url=url)


def _with(check: Check, said: str) -> Check:
    return replace(check, detail="; ".join(filter(None, (check.detail, said))))

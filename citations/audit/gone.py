"""A known address at which the listing is no more: how the site says so, and what that is worth.

    status 404 or 410, or an official API that knows no such listing      -> certain
    a page that only reads so ("Page not found", sent as if it were fine) -> a search has to bear it out
    a redirect away from the listings, to the front page or to results    -> a search has to bear it out
    another business at an address that an earlier audit found            -> a search has to bear it out

Sites send such pages to programs that they do not like, and while they mend something. So the last three never
make a listing vanish: a completed search that is known to work, on the same site, does.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from citations.audit.case import Case
from citations.audit.look import HARD, Look
from citations.models import Obstacle
from citations.same_page import page_key
from citations.words import Reason


@dataclass(frozen=True, slots=True)
class Gone:
    """The address `url` shows the listing no more: the visit that showed it, and in words what it showed.

    `is_certain`: the site says so by its status, or its official API does. `reason` is that of the check when no
    search can bear it out.
    """

    url: str
    look: Look
    says: str
    is_certain: bool = False
    reason: Reason = Reason.ERROR_PAGE


def not_borne_out(case: Case, gone: Gone) -> Obstacle:
    """What keeps the check from an answer where no search can bear it out."""
    unsure = "" if case.is_own_website else ", and no search that is known to work could bear it out"
    return Obstacle(gone.reason, gone.says + unsure)


def gone_for_certain(case: Case, url: str, look: Look) -> Gone | None:
    """What the site, or its official API, says for certain; None when it says nothing of the kind."""
    if look.is_gone and not (look.obstacle and look.obstacle.reason in HARD):
        says = f"the known address {url} answers with status {look.page.status}"
    elif case.api and look.reading.no_results:
        says = f"{case.api.name} knows no listing of the known address {url}"
    else:
        return None
    return Gone(url, look, says, is_certain=True)


def seems_gone(case: Case, url: str, look: Look) -> Gone | None:
    """What the page reads like, or where the visit ended; None when neither says that the listing is gone."""
    obstacle = look.obstacle
    if obstacle and obstacle.says_gone:
        says = f"the page at the known address {url} says “{_short(obstacle.detail)}” (status {look.page.status})"
        return Gone(url, look, says)
    if obstacle is None and _leads_away(case, url, look):
        says = f"the known address {url} leads to another page now: {look.url}"
        return Gone(url, look, says)
    return None


def _leads_away(case: Case, url: str, look: Look) -> bool:
    """True when the visit ended on the front page or on results; any other page may be the listing's new place."""
    if case.api or page_key(look.url) == page_key(url) or case.directory.is_listing(look.url):
        return False  # an API is asked at an address of its own
    return urlsplit(look.url).path in ("", "/") or look.reading.results_page or len(look.reading) > 1


def other_business(url: str, look: Look) -> Gone:
    """An address that an earlier audit found shows another business now."""
    says = f"the address {url}, where the listing was before, shows another business now"
    return Gone(url, look, says, reason=Reason.WEAK_SEARCH)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


_LONGEST = 60

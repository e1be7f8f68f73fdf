"""One location, one directory, one page that a person saved: the check that comes of it."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

from citations.audit.assist.by_hand import NobodyLooks, by_listing, by_results, is_results_page
from citations.audit.assist.recognise import looked_at
from citations.audit.case import Case
from citations.directory import Directory
from citations.models import Check, Location, Obstacle, Page
from citations.nap import Batch
from citations.web import EvidenceFolder
from citations.words import Reason


def check_page(
    location: Location,
    directory: Directory,
    html: bytes,
    url: str,
    *,
    evidence: EvidenceFolder,
    batch: Iterable[Location] = (),
) -> Check:
    """What the page that a person saved at `url` says of `location` in `directory`, without any visit.

    `batch` holds the client's other locations, for siblings' values. A page that says nothing of the
    location gives `unverified`.
    """
    page = saved_page(html, url)
    case = Case(location, directory, NobodyLooks(), evidence, Batch(batch or [location]))
    case.tried.append(url)
    return asyncio.run(_check(case, page))


def saved_page(html: bytes, url: str, content_type: str = "text/html", how: str = "saved_page") -> Page:
    """A page as a person's browser had it before them."""
    headers = {"content-type": content_type}
    return Page(url, url, 200, headers, html, how, datetime.now(UTC))


async def _check(case: Case, page: Page) -> Check:
    look = looked_at(page, case.directory)
    if look.obstacle and not len(look.reading):
        return case.unverified(look.obstacle, look)
    if is_results_page(look, case):
        check = await by_results(case, look)
    else:
        check = await by_listing(case, look, is_known=look.url == case.directory.known_url(case.location))
    nothing = Obstacle(Reason.LAYOUT_CHANGED, "the page says nothing of this location")
    return check or case.unverified(nothing, look)

"""Following links: each address is visited once in a run, by a plain request, whoever links to it.

dead       404 or 410; a parked domain; a host that DNS does not know while it knows the listing's own
not told   everything else that is no page: a wall, robots.txt, an error of the server, silence, a closed port
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from citations.models import LinkVisit, Obstacle, Page
from citations.nap.website import read_site
from citations.pages import read_page
from citations.web import Visitor
from citations.words import Reason

PAGES_REMEMBERED = 200
_WALLS = frozenset({Reason.BLOCKED, Reason.CAPTCHA, Reason.RATE_LIMITED, Reason.LOGIN, Reason.CONSENT})


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of following a link, and the page; its body only where it `tells` something."""

    visit: LinkVisit
    page: Page

    @property
    def tells(self) -> bool:
        """True for a link that is dead, or ends on another site than the one that it names."""
        return self.visit.is_dead or read_site(self.visit.final_url).domain != read_site(self.visit.url).domain


@dataclass
class Follower:
    """Visits by plain requests: remembers the last pages, and what came of every link.

    `mind` hears of each link's visit: the address that answered, and what stood in the way.
    """

    visitor: Visitor
    mind: Callable[[str, Obstacle | None], None]
    _pages: dict[str, Page] = field(default_factory=dict)
    _links: dict[str, Followed] = field(default_factory=dict)
    _turns: defaultdict[tuple[str, str], asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def page(self, url: str, pace: float | None = None, country: str = "") -> Page:
        """The page at `url`, of this visit or of an earlier one that brought an answer."""
        async with self._turns["page", url]:
            if url in self._pages:
                return self._pages[url]
            page = await self.visitor.visit(url, pace=pace, country=country)
            if not is_silent(page.obstacle):
                self._pages[url] = page
            if len(self._pages) > PAGES_REMEMBERED:
                del self._pages[next(iter(self._pages))]
            return page

    async def follow(self, url: str, beside: str) -> Followed:
        """What is at `url`, to which the listing at `beside` links."""
        async with self._turns["link", url]:
            if url not in self._links:
                self._links[url] = await self._follow(url, beside)
            return self._links[url]

    def forget_silences(self) -> None:
        """Follow the links again where nothing came."""
        silent = [url for url, followed in self._links.items() if (why := followed.visit.reason) and why.is_silence]
        for url in silent:
            del self._links[url]

    async def _follow(self, url: str, beside: str) -> Followed:
        page = await self.page(url)
        obstacle = page.obstacle or await _obstacle(page)
        self.mind(page.final_url, obstacle)
        visit = LinkVisit(url, page.final_url, page.status)
        if dead := await self._why_dead(page, obstacle, beside):
            visit = replace(visit, is_dead=True, detail=dead)
        elif obstacle:
            visit = replace(visit, reason=obstacle.reason, detail=obstacle.detail)
        elif page.status >= 400:
            visit = replace(visit, reason=Reason.ERROR_PAGE, detail=f"HTTP {page.status}")
        followed = Followed(visit, page)
        return followed if followed.tells else replace(followed, page=replace(page, body=b""))

    async def _why_dead(self, page: Page, obstacle: Obstacle | None, beside: str) -> str:
        """In words; blank when it is not dead, or when that cannot be told."""
        reason = obstacle.reason if obstacle else None
        if page.status in (404, 410) and reason not in _WALLS:
            return f"{page.final_url} answers {page.status}: no such page"
        if reason is Reason.PARKED:
            return f"{page.final_url} is a parked domain"
        if reason is Reason.NETWORK and await self.visitor.is_unknown(page.final_url, beside):
            return f"there is no host of the name in {page.final_url}"
        return ""


def is_silent(obstacle: Obstacle | None) -> bool:
    """True when nothing came: that may be otherwise in a moment, and is not remembered."""
    return obstacle is not None and obstacle.reason.is_silence


async def _obstacle(page: Page) -> Obstacle | None:
    """What the page itself shows to be in the way; in a thread, since a large page would keep the others waiting."""
    reading = await asyncio.to_thread(read_page, page.body, page.final_url, status=page.status, headers=page.headers)
    return reading.obstacle

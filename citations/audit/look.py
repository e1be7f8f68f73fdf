"""Looking at one page of a directory: visit it, read it, and climb to the browser when it takes one."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace

from citations.audit.by_api import Passes, ask, usable_api
from citations.audit.follow import PAGES_REMEMBERED, Followed, Follower, is_silent
from citations.audit.host_book import BROWSER, PLAIN, HostBook
from citations.directory import Api, Directory
from citations.models import Obstacle, Page, Reading
from citations.pages import read_page
from citations.settings import Settings
from citations.web import Visitor, hides_phone, host_key
from citations.words import Access, Reason

HARD = frozenset({Reason.BLOCKED, Reason.CAPTCHA, Reason.RATE_LIMITED})
_ENDS_VISITS = HARD | {Reason.NEEDS_KEY, Reason.QUOTA}
SILENCES_BORNE = 3
_NEEDS_BROWSER = frozenset({Reason.SCRIPT_SHELL, Reason.CONSENT})


@dataclass(frozen=True, slots=True)
class Look:
    """A page and what it says."""

    page: Page
    reading: Reading

    @property
    def obstacle(self) -> Obstacle | None:
        """What stood in the way: of the visit, or shown by the page itself."""
        return self.page.obstacle or self.reading.obstacle

    @property
    def is_gone(self) -> bool:
        """True when the site says that this address is no more."""
        return self.page.status in (404, 410)

    @property
    def says_nothing(self) -> bool:
        """True when the page itself says that there is nothing: no results, or no such page."""
        return bool(self.reading.no_results or (self.reading.obstacle and self.reading.obstacle.says_gone))

    @property
    def url(self) -> str:
        """The address that the page really has."""
        return self.page.final_url or self.page.url


@dataclass
class Looker:
    """Looks at pages for one audit; remembers the hosts whose pages need the browser.

    `has_browser` is False on a machine without one: then nothing climbs, and no pictures are taken.
    """

    visitor: Visitor
    settings: Settings
    has_browser: bool = True
    hosts: HostBook = field(default_factory=HostBook)
    _silences: Counter[str] = field(default_factory=Counter)
    _answering: set[str] = field(default_factory=set)
    _own_pages: dict[str, Look] = field(default_factory=dict)
    _asked_engine: dict[str, Look] = field(default_factory=dict)
    _passes: Passes = field(default_factory=Passes)
    _follower: Follower = field(init=False)

    def __post_init__(self) -> None:
        self._follower = Follower(self.visitor, self._mind)

    async def look(self, directory: Directory, url: str, *, climb: bool = True, country: str = "") -> Look:
        """Visit `url` and read it as a page of `directory`; plain HTTP first, the browser when it must be.

        `climb` is False for a page that is not worth a browser; `country` is the location's, whose languages are asked
        for. A page of a business's own site is visited once for
        all its branches.

        With an official API that can be used, that is asked instead. A hard block ends all visits to that host in
        this run; so do three silences in a row.
        """
        if api := usable_api(directory, self.settings):
            return await self._ask(api, url)
        if directory.access == Access.BROWSER and not self.has_browser:
            return _without_browser(url)
        if "*" in directory.domains and url in self._own_pages:
            return self._own_pages[url]
        look = await (self._climb if climb else self._plain)(directory, url, country)
        self._mind(look.url, look.obstacle)
        if look.obstacle is None and (len(look.reading) or look.reading.no_results):
            self.visitor.keep(look.page, country)
        if "*" in directory.domains and not is_silent(look.obstacle):
            self._remember(url, look)
        return look

    async def follow(self, url: str, beside: str) -> Followed:
        """What is at `url`, a link of the page at `beside`; visited once in this run, by a plain request."""
        return await self._follower.follow(url, beside)

    def _remember(self, url: str, look: Look) -> None:
        """Keep the page for the next branch of its business, and let the oldest go."""
        self._own_pages[url] = look
        if len(self._own_pages) > PAGES_REMEMBERED:
            del self._own_pages[next(iter(self._own_pages))]

    async def search_web(self, engine: Api, url: str) -> Look:
        """What a search engine answers to `url`; the same question is asked once in this run."""
        if url not in self._asked_engine:
            self._asked_engine[url] = await self._ask(engine, url)
        return self._asked_engine[url]

    async def _ask(self, api: Api, url: str) -> Look:
        page, reading = await ask(self.visitor, self.settings, api, url, self._passes)
        self._mind(page.url, reading.obstacle)
        return Look(page, reading)

    def _mind(self, url: str, obstacle: Obstacle | None) -> None:
        """Remember how the host behaved that answered, and stop asking one that blocks us or never does."""
        host = host_key(url)
        self._silences[host] = self._silences[host] + 1 if is_silent(obstacle) else 0
        if obstacle and (obstacle.reason in _ENDS_VISITS or self._silences[host] >= SILENCES_BORNE):
            self.visitor.give_up(url, obstacle)

    def forget_silences(self) -> None:
        """Ask the hosts again that were given up since nothing came."""
        self._silences.clear()
        self._follower.forget_silences()
        self.visitor.forget_silences()

    async def picture(self, page: Page) -> bytes:
        """A screenshot of the page that was read, as PNG; nothing when none can be taken."""
        if page.screenshot or not self.has_browser or page.how == "api":
            return page.screenshot
        return await self.visitor.screenshot(page)

    async def _plain(self, directory: Directory, url: str, country: str) -> Look:
        return await self._once(directory, url, country, browser=False)

    async def _climb(self, directory: Directory, url: str, country: str) -> Look:
        """HTTP, then the browser when the plain page waits for its scripts; at once when the host is known for it."""
        host, auto = host_key(url), directory.access == Access.AUTO and self.has_browser
        if directory.access == Access.BROWSER or (auto and self.hosts.takes(host) == BROWSER):
            return await self._once(directory, url, country, browser=True)
        plain = await self._plain(directory, url, country)
        doubts = plain.says_nothing and self.hosts.takes(host) != PLAIN and _has_scripts(plain.page)
        if not auto or not (doubts or _wants_browser(plain, directory)):
            return plain
        climbed = await self._once(directory, url, country, browser=True)
        if _tells_less(climbed, plain):
            return plain
        if doubts and climbed.reading.no_results and plain.reading.no_results:
            self.hosts.learn(host, PLAIN)
        elif not len(plain.reading) and (len(climbed.reading) or climbed.reading.no_results):
            self.hosts.learn(host, BROWSER)
        return climbed

    async def _visit(self, directory: Directory, url: str, country: str, *, browser: bool) -> Page:
        pace = None if "pace" in self.settings.model_fields_set else directory.pace
        if "*" in directory.domains and not browser:
            return await self._follower.page(url, pace, country)
        reveal = ", ".join(filter(None, (directory.reveal, directory.more))) if browser else ""
        return await self.visitor.visit(url, browser=browser, pace=pace, country=country, reveal=reveal)

    async def _once(self, directory: Directory, url: str, country: str, *, browser: bool) -> Look:
        page = await self._visit(directory, url, country, browser=browser)
        if is_silent(page.obstacle) and host_key(url) in self._answering:  # one that answered before is asked once more
            page = await self._visit(directory, url, country, browser=browser)
        if not is_silent(page.obstacle):
            self._answering.add(host_key(url))
        if page.obstacle:
            return Look(page, Reading(obstacle=page.obstacle))
        own = directory.read(page)
        if own is not None:
            return Look(page, Reading(tuple(own), results_page=not directory.is_listing(page.final_url)))
        # In a thread: a large page must not keep the other hosts waiting.
        reading = await asyncio.to_thread(
            read_page, page.body, page.final_url, directory, status=page.status, headers=page.headers
        )
        return Look(page, replace(reading, has_more=True) if page.goes_on else reading)


def _without_browser(url: str) -> Look:
    why = "its pages take a browser, and there is none here: citations doctor --get-browser"
    obstacle = Obstacle(Reason.NOT_CHECKED, why)
    return Look(Page(url, url, obstacle=obstacle), Reading(obstacle=obstacle))


def _has_scripts(page: Page) -> bool:
    """True when scripts may still replace a plain page that says that there is nothing."""
    return page.status < 400 and b"<script" in page.body


def _wants_browser(look: Look, directory: Directory) -> bool:
    """A plain page that shows nothing and was not refused may be waiting for its scripts; so may what a click shows."""
    if look.page.obstacle or look.is_gone or look.reading.no_results:
        return False
    if len(look.reading):
        return _hides_something(look, directory)
    return look.obstacle is None or look.obstacle.reason in _NEEDS_BROWSER


def _hides_something(look: Look, directory: Directory) -> bool:
    """More results behind a button; or a listing without its phone, on a page with a button that shows it."""
    if look.reading.has_more and not look.reading.next_page:
        return True
    is_listing = len(look.reading) == 1 and directory.is_listing(look.url) and "*" not in directory.domains
    return is_listing and not look.reading[0].phones and hides_phone(look.page.body)


def _tells_less(climbed: Look, plain: Look) -> bool:
    """True when the plain page had listings, and the browser brought none: a wall that only browsers meet."""
    return bool(len(plain.reading)) and not len(climbed.reading)

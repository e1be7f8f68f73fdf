"""A browser window for a person, with a profile of its own: what they open on certain hosts is read as it stands there.

Nothing is clicked, typed or disguised. Pages on other hosts are never read.
"""

import asyncio
import contextlib
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.async_api import BrowserContext, Error, Playwright, Response, async_playwright
from playwright.async_api import Page as Tab

from citations.models import Page
from citations.web.chromium import WindowMissing

TICK = 0.6  # seconds between two looks at a page
RESTLESS = 6  # looks after which a page that keeps changing is read all the same
READINGS = 4  # of one address, while nothing could be made of it

IsWanted = Callable[[str], bool]
OnPage = Callable[[Page], Awaitable[bool]]  # gives back whether the page is done with


@dataclass
class _Stay:
    """A tab on one address: how it looked last, and how often it was read."""

    url: str
    html: str = ""
    looks: int = 0
    readings: int = 0
    is_done: bool = False
    read: set[int] = field(default_factory=set)


@dataclass
class _Answer:
    """The last document that a tab was answered with: the address asked for, the one that came, the status."""

    asked: str
    url: str
    status: int


class Window:
    """The window, as an async context manager. Raises WindowMissing when it does not open."""

    def __init__(
        self, browser: Path, profile: Path, is_wanted: IsWanted, on_page: OnPage, *, headless: bool = False
    ) -> None:
        self._browser, self._profile, self._headless = browser, profile, headless
        self._is_wanted, self._on_page = is_wanted, on_page
        self.closed = asyncio.Event()
        self._driver: Playwright | None = None
        self._context: BrowserContext | None = None
        self._stays: dict[Tab, _Stay] = {}
        self._answers: dict[Tab, _Answer] = {}
        self._looking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._driver = await async_playwright().start()
        try:
            self._profile.mkdir(parents=True, exist_ok=True)
            self._context = await self._open()
        except Error as error:
            await self._driver.stop()
            raise WindowMissing(f"The window does not open ({error.message.splitlines()[0]})") from error
        self._context.on("close", lambda _: self.closed.set())
        self._context.on("response", self._on_response)
        self._looking = asyncio.create_task(self._look_on())
        self._looking.add_done_callback(lambda _: self.closed.set())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closed.set()
        if self._looking:
            self._looking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._looking
        with contextlib.suppress(Error):
            if self._context:
                await self._context.close()
        if self._driver:
            await self._driver.stop()

    async def open(self, url: str) -> None:
        """Show `url` in the tab that is in front; a page that does not come shows the browser's own words."""
        assert self._context is not None  # noqa: S101 (opened above)
        tabs = self._context.pages
        with contextlib.suppress(Error):
            tab = tabs[-1] if tabs else await self._context.new_page()
            self._stays.pop(tab, None)
            await tab.bring_to_front()
            await tab.goto(url, wait_until="commit")

    async def _open(self) -> BrowserContext:
        assert self._driver is not None  # noqa: S101 (started above)
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        return await self._driver.chromium.launch_persistent_context(
            self._profile.absolute(),
            executable_path=self._browser,
            headless=self._headless,
            chromium_sandbox=not is_root,
            no_viewport=True,
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
        )

    async def _look_on(self) -> None:
        """Look at every tab again and again, until the window is closed."""
        while not self.closed.is_set():
            for tab in list(self._context.pages if self._context else ()):
                with contextlib.suppress(Error):  # the person may close or leave a tab at any moment
                    await self._look(tab)
            await asyncio.sleep(TICK)

    async def _look(self, tab: Tab) -> None:
        url = tab.url
        if not self._is_wanted(url):
            self._stays.pop(tab, None)
            return
        stay = self._stays.get(tab)
        if stay is None or stay.url != url:
            stay = self._stays[tab] = _Stay(url)
        if stay.is_done or await tab.evaluate("document.readyState") != "complete":
            return
        html = await tab.content()
        if tab.url != url:
            return
        is_still, stay.html, stay.looks = html == stay.html, html, stay.looks + 1
        if (is_still or stay.looks % RESTLESS == 0) and hash(html) not in stay.read:
            await self._read(tab, stay)

    async def _read(self, tab: Tab, stay: _Stay) -> None:
        stay.read.add(hash(stay.html))
        stay.readings += 1
        picture = b""
        with contextlib.suppress(Error):
            picture = await tab.screenshot(timeout=5_000)
        answer = self._answers.get(tab)
        if tab.url != stay.url:  # the picture may be of the next page by now
            return
        if answer is None or answer.url.partition("#")[0] != stay.url.partition("#")[0]:
            answer = _Answer(stay.url, stay.url, 200)
        page = Page(
            url=answer.asked,
            final_url=stay.url,
            status=answer.status,
            headers={"content-type": "text/html; charset=utf-8"},
            body=stay.html.encode("utf-8", "replace"),
            how="visible_browser",
            fetched_at=datetime.now(UTC),
            screenshot=picture,
        )
        stay.is_done = await self._on_page(page) or stay.readings >= READINGS

    def _on_response(self, response: Response) -> None:
        """Remember how a tab was answered; the address that was asked for is where its redirects began."""
        with contextlib.suppress(Error):
            request = response.request
            if not request.is_navigation_request() or request.frame.parent_frame is not None:
                return
            first = request
            while first.redirected_from is not None:
                first = first.redirected_from
            self._answers[request.frame.page] = _Answer(first.url, response.url, response.status)

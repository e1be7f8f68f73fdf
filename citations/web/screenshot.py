"""The picture of a page as it was captured: drawn from the kept body under its own address, scripts off."""

import asyncio
import contextlib
from collections.abc import Callable

from playwright.async_api import BrowserContext, Error, Route
from playwright.async_api import Page as Tab

from citations.models import Page
from citations.web.guard import why_not_a_web_address

WIDTH, TALLEST = 1280, 4000
SECONDS_TO_LOAD = 10.0
MOST_REQUESTS = 200
DRAWN = frozenset({"stylesheet", "image", "font"})
FOR_SAVED_FILES = "https://saved-page.invalid/"

MayAsk = Callable[[str], bool]


async def draw(context: BrowserContext, page: Page, may_ask: MayAsk) -> bytes:
    """PNG of `page`, 1280 wide and at most 4000 high; only what `may_ask` allows is loaded beside the body.

    Blank when the page has no body or takes too long. Raises Playwright's Error when the browser cannot draw it.
    """
    if not page.body:
        return b""
    address = page.final_url or page.url
    address = FOR_SAVED_FILES if why_not_a_web_address(address) else address
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SECONDS_TO_LOAD * 2):
            await context.route("**/*", _Answers(page, may_ask))
            tab = await context.new_page()
            with contextlib.suppress(Error):
                await tab.goto(address, wait_until="load", timeout=SECONDS_TO_LOAD * 1000)
            return await _picture(tab)
    return b""


async def _picture(tab: Tab) -> bytes:
    control = await tab.context.new_cdp_session(tab)
    size = (await control.send("Page.getLayoutMetrics"))["cssContentSize"]
    height = max(1, min(TALLEST, int(size["height"])))
    await tab.set_viewport_size({"width": WIDTH, "height": height})
    return await tab.screenshot(type="png", animations="disabled", timeout=SECONDS_TO_LOAD * 1000)


class _Answers:
    """Answers the drawn page's requests: the document from the capture, what is seen from the site, the rest not."""

    def __init__(self, page: Page, may_ask: MayAsk) -> None:
        self._page, self._may_ask = page, may_ask
        self._requests = 0
        self._drawn = False

    async def __call__(self, route: Route) -> None:
        asked = route.request
        self._requests += 1
        with contextlib.suppress(Error):
            if asked.is_navigation_request() and not self._drawn:
                self._drawn = True
                kind = self._page.headers.get("content-type") or "text/html; charset=utf-8"
                await route.fulfill(status=200, headers={"content-type": kind}, body=self._page.body)
            elif asked.resource_type in DRAWN and self._requests <= MOST_REQUESTS and self._may_ask(asked.url):
                await route.fallback()
            else:
                await route.abort()

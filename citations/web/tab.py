"""One page of the browser, kept for one host: goes to an address, waits until the page is there, reads it.

Every document that the page wants is held until we say yes. An address that the page leads on to, by a
redirect or by script, is not followed here but handed back, so that robots.txt, pacing and limits hold for it too.
"""

import asyncio
import contextlib
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Error, Request, Response
from playwright.async_api import Page as Tab

from citations.models import Obstacle
from citations.web.consent import dismiss
from citations.web.failures import browser_failure
from citations.web.hop import Hop, stopped
from citations.web.unfold import unfold
from citations.words import Reason

SECONDS_TO_SETTLE, SECONDS_WHILE_BLANK, SECONDS_FOR_SELECTOR = 3.0, 1.2, 8.0
SECONDS_OF_QUIET = {True: 0.3, False: 0.12}  # with and without scripts or data of its own to load
SECONDS_FOR_NEWS = 0.05  # what a script asks for is told to us a little after the script has run
LOADED_BY_SCRIPTS = frozenset({"script", "xhr", "fetch"})
NOT_LOADED = ("Image", "Font", "Media")
AFTER_WAITING_SCRIPTS = "() => new Promise(done => setTimeout(() => setTimeout(done, 20), 0))"
# Whatever waits to come into sight is told so within a frame; gives how long the page is then.
AFTER_A_FRAME = """() => new Promise(done => { const told = () => done(document.documentElement.scrollHeight);
  setTimeout(told, 600); requestAnimationFrame(() => setTimeout(told)); })"""
# Text that is seen is asked for only on a small page: it costs a layout.
IS_DRAWN = """() => !document.scripts.length || !document.body || document.body.textContent.length > 20000
  || document.body.innerText.trim().length > 40"""
ROUNDS_OF_UNFOLDING, SECONDS_TO_UNFOLD, GROWN = 6, 8.0, 40  # pixels by which a page is longer than before
MUCH_LESS = 0.8
VISITS_BEFORE_A_NEW_ONE = 50
LARGER_WITH_SCRIPTS = 4  # a page, its scripts and its data together, against the page alone
NO_WAY_ROUND = (
    "window.open = () => null; for (const n of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete window[n];"
)


class HostTab:
    """A page that is reused for the visits to one host, with cookies of its own."""

    def __init__(self, context: BrowserContext, tab: Tab, control: CDPSession, frame: str, max_bytes: int) -> None:
        self._context, self._tab, self._control, self._frame = context, tab, control, frame
        self._max_bytes = max_bytes
        self._under_way: set[Request] = set()
        self._answer: Response | None = None
        self._bytes = 0
        self._begun = 0
        self._asked = False
        self._is_scripted = False
        self._is_unfolding = False
        self._ended: asyncio.Future[Hop] = asyncio.get_running_loop().create_future()
        self._replies: set[asyncio.Task[Any]] = set()
        self.visits = 0

    @classmethod
    async def open(cls, context: BrowserContext, max_bytes: int) -> "HostTab":
        """A new page in `context`, under control."""
        await context.add_init_script(NO_WAY_ROUND)
        tab = await context.new_page()
        control = await context.new_cdp_session(tab)
        frame = (await control.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        opened = cls(context, tab, control, frame, max_bytes)
        await opened._listen()
        return opened

    async def _listen(self) -> None:
        self._tab.on("request", self._began)
        self._tab.on("requestfinished", self._over)
        self._tab.on("requestfailed", self._over)
        self._tab.on("response", self._on_response)
        self._tab.on("crash", lambda _: self._end(stopped(Reason.ERROR_PAGE, "the page crashed the browser")))
        self._context.on("page", lambda popup: self._reply(popup.close()))
        self._control.on("Fetch.requestPaused", self._on_request)
        self._control.on("Network.dataReceived", self._on_data)
        await self._control.send("Network.enable")
        held = [{"resourceType": kind} for kind in ("Document", *NOT_LOADED)]
        await self._control.send("Fetch.enable", {"patterns": held})

    async def visit(self, url: str, wait_for: str, reveal: str = "") -> Hop:
        """Go to `url`, show all of the page and read it. Raises Playwright's Error when the browser cannot."""
        self._under_way.clear()
        self._answer, self._bytes, self._asked, self._is_scripted = None, 0, False, False
        self._ended = asyncio.get_running_loop().create_future()
        self.visits += 1
        self._is_unfolding = False
        reading = asyncio.ensure_future(self._read(url, wait_for, reveal))
        try:
            await asyncio.wait({reading, self._ended}, return_when=asyncio.FIRST_COMPLETED)
            return self._ended.result() if self._ended.done() else await reading
        except Error as error:
            return self._failed(error)
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    async def rest(self) -> bool:
        """Stop what the last page still does; False when it will not be stopped."""
        try:
            await self._tab.goto("about:blank", timeout=2000)
        except Error:
            return False
        return self.visits < VISITS_BEFORE_A_NEW_ONE

    async def close(self) -> None:
        """Close the page and forget its cookies."""
        with contextlib.suppress(Error, TimeoutError):
            async with asyncio.timeout(5):
                await self._context.close()

    async def _read(self, url: str, wait_for: str, reveal: str) -> Hop:
        answer = await self._tab.goto(url, wait_until="domcontentloaded", timeout=0)
        if answer is None:
            return stopped(Reason.ERROR_PAGE, "the site gave no page")
        kind = answer.headers.get("content-type", "text/html")
        if "html" not in kind:
            return self._sized(Hop(answer.status, answer.headers, await answer.body()))
        await self._become_ready(wait_for)
        headers = answer.headers | {"content-type": "text/html; charset=utf-8"}
        html, goes_on = await self._whole(reveal)
        return self._sized(Hop(answer.status, headers, html.encode("utf-8", "replace"), goes_on=goes_on))

    async def _whole(self, reveal: str) -> tuple[str, bool]:
        """The page with what clicks and scrolling bring, and whether it still went on when we stopped.

        A page that shows much less in the end (some drop what is out of sight) is taken as it was.
        """
        html = await self._tab.content()
        if len(html) > self._max_bytes or not ("<script" in html or " onclick=" in html):
            return html, False
        self._is_unfolding = True
        until, grew = asyncio.get_running_loop().time() + SECONDS_TO_UNFOLD, True
        for number in range(ROUNDS_OF_UNFOLDING):
            begun = self._begun
            clicked, before = await unfold(self._tab, reveal)
            height = int(await self._tab.evaluate(AFTER_A_FRAME))
            await asyncio.sleep(SECONDS_FOR_NEWS)
            if clicked or self._begun != begun:
                await self._settle()
                height = int(await self._tab.evaluate("document.documentElement.scrollHeight"))
            grew = height > before + GROWN
            if not (clicked or grew) or asyncio.get_running_loop().time() > until:
                break
            now = await self._tab.content()
            html = now if len(now) > MUCH_LESS * len(html) else html
            if clicked and not grew and number:
                break
        return html, grew

    async def _become_ready(self, wait_for: str) -> None:
        await dismiss(self._tab)
        if wait_for:
            with contextlib.suppress(Error):
                await self._tab.wait_for_selector(wait_for, state="attached", timeout=SECONDS_FOR_SELECTOR * 1000)
        else:
            await self._settle()
        if await dismiss(self._tab):
            await self._settle()

    async def _settle(self) -> None:
        """Wait until nothing has been loading for a moment and the scripts have had their turn, but not for ever."""
        clock = asyncio.get_running_loop().time
        until, begun = clock() + SECONDS_TO_SETTLE, -1
        while clock() < until and begun != self._begun:
            begun, quiet_since = self._begun, clock()
            while clock() < until and clock() - quiet_since < SECONDS_OF_QUIET[self._is_scripted]:
                await asyncio.sleep(0.03)
                quiet_since = clock() if self._under_way else quiet_since
            # On a busy machine a script may not even have started: a timer runs only after those that wait.
            await self._tab.evaluate(AFTER_WAITING_SCRIPTS)
        until = min(until, clock() + SECONDS_WHILE_BLANK)
        while clock() < until and not await self._tab.evaluate(IS_DRAWN):
            await asyncio.sleep(0.1)

    def _sized(self, hop: Hop) -> Hop:
        if len(hop.body) <= self._max_bytes:
            return hop
        return Hop(hop.status, hop.headers, hop.body[: self._max_bytes], obstacle=self._too_large())

    def _too_large(self) -> Obstacle:
        return Obstacle(Reason.ERROR_PAGE, f"the page is larger than {self._max_bytes / 1e6:.3g} MB")

    def _failed(self, error: Error) -> Hop:
        text = error.message
        if self._ended.done():
            return self._ended.result()
        if "ERR_HTTP_RESPONSE_CODE_FAILURE" in text and self._answer:
            return Hop(self._answer.status, self._answer.headers)
        failure = browser_failure(text)
        if failure is None:
            raise error
        return Hop(obstacle=failure)

    def _on_request(self, event: dict[str, Any]) -> None:
        """Let a document through, keep images and the like out, hand an address led on to back."""
        request, kind = event["requestId"], event["resourceType"]
        if kind != "Document":
            self._refuse(request, "BlockedByClient")
        elif self._is_unfolding and event["frameId"] == self._frame:
            self._refuse(request, "Aborted")  # a click that would lead away
        elif event["frameId"] != self._frame or not self._asked:
            self._asked = self._asked or event["frameId"] == self._frame
            self._reply(self._control.send("Fetch.continueRequest", {"requestId": request}))
        else:
            asked = event["request"]
            self._end(Hop(redirect=asked["url"] + asked.get("urlFragment", "")))
            self._refuse(request, "Aborted")

    def _refuse(self, request: str, reason: str) -> None:
        self._reply(self._control.send("Fetch.failRequest", {"requestId": request, "errorReason": reason}))

    def _began(self, request: Request) -> None:
        self._under_way.add(request)
        self._begun += 1
        self._is_scripted = self._is_scripted or request.resource_type in LOADED_BY_SCRIPTS

    def _over(self, request: Request) -> None:
        self._under_way.discard(request)

    def _on_data(self, event: dict[str, Any]) -> None:
        self._bytes += event["dataLength"]
        if self._bytes > self._max_bytes * LARGER_WITH_SCRIPTS:
            self._end(Hop(obstacle=self._too_large()))

    def _on_response(self, response: Response) -> None:
        if response.request.is_navigation_request() and response.frame == self._tab.main_frame:
            self._answer = response

    def _end(self, hop: Hop) -> None:
        if not self._ended.done():
            self._ended.set_result(hop)

    def _reply(self, sending: Any) -> None:
        """Send without waiting; an answer to a page that is gone does not matter."""
        task = asyncio.ensure_future(sending)
        self._replies.add(task)
        task.add_done_callback(self._sent)

    def _sent(self, task: "asyncio.Task[Any]") -> None:
        self._replies.discard(task)
        if not task.cancelled():
            task.exception()

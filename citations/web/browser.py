"""The one Chromium of a run: started when first needed, its pages reused by host.

It is started anew when it dies, and when it has grown beyond the memory that the settings allow.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
from playwright.async_api import Browser as Chromium
from playwright.async_api import BrowserContext, Error, Playwright, ProxySettings, Route, async_playwright

from citations.models import Page
from citations.settings import Settings
from citations.web.agent import languages, user_agent
from citations.web.chromium import BrowserMissing, ServiceMissing, is_service, need_chromium
from citations.web.failures import in_words
from citations.web.gateway import Gateway
from citations.web.guard import Guard
from citations.web.hop import Hop, host_key, port_of, stopped
from citations.web.screenshot import MayAsk, draw
from citations.web.tab import HostTab
from citations.web.weight import megabytes
from citations.words import Reason

TABS_KEPT = 12
VISITS_BETWEEN_WEIGHINGS = 10
VIEWPORT_WIDTH, VIEWPORT_HEIGHT = 1280, 900
NO_WAY_OUT: ProxySettings = {"server": "socks5://127.0.0.1:9", "bypass": "<-loopback>"}
QUIET_FLAGS = (
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable",
    "--disable-background-networking",
    "--no-pings",
)


class Browser:
    """Visits with Chromium, through the guarded gateway; or, given a `replay`, served by it and cut off the network.

    A browser service elsewhere is always served by us: what its pages ask for is fetched here, through the guard.
    """

    def __init__(self, settings: Settings, guard: Guard, replay: httpx.AsyncClient | None = None) -> None:
        self._settings, self._guard, self._replay = settings, guard, replay
        self._is_service = is_service(settings)
        self._gateway = Gateway(None if replay else guard)
        self._driver: Playwright | None = None
        self._chromium: Chromium | None = None
        self._agent = ""
        self._proxy = ""
        self._tabs: dict[str, HostTab] = {}
        self._busy: set[str] = set()
        self._starting = asyncio.Lock()
        self._room = asyncio.Semaphore(settings.browser_pages)
        self._visits = 0
        self._takes_visits = asyncio.Event()  # not while it is started anew
        self._takes_visits.set()

    async def open(self, url: str, limit: float, wait_for: str = "", language: str = "", reveal: str = "") -> Hop:
        """One address, at most `limit` seconds, asked for in `language` (an Accept-Language).

        `reveal` is a selector of what is clicked beside the buttons that we know. Never raises for the web; raises
        BrowserMissing.
        """
        async with self._place():
            clock = asyncio.get_running_loop().time
            started = clock()
            for last_try in (False, True):
                try:
                    await self._start()
                    started = clock()
                    hop = await self._open(url, limit, wait_for, language or languages(), reveal)
                    break
                except Error as error:
                    hop = stopped(Reason.NETWORK, f"the browser failed: {error.message.splitlines()[0]}")
                    if last_try or not self._has_died(error):
                        break
            seconds = clock() - started
        await self._stay_small()
        return replace(hop, seconds=seconds)

    def _has_died(self, error: Error) -> bool:
        """Whether it was the browser that went away; the page may hear of it first."""
        return "has been closed" in error.message or not (self._chromium and self._chromium.is_connected())

    async def _stay_small(self) -> None:
        """Every few visits: when the browser takes more memory than it may, let all visits end and begin anew."""
        self._visits += 1
        most = 0 if self._is_service else self._settings.browser_memory
        if not most or self._visits % VISITS_BETWEEN_WEIGHINGS or self._chromium is None:
            return
        if await megabytes(self._chromium) > most and self._takes_visits.is_set():
            await self._renew()

    @contextlib.asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        """A place among the pages that load at the same time."""
        await self._room.acquire()
        while not self._takes_visits.is_set():  # whoever waited already lets the renewal go first
            self._room.release()
            await self._takes_visits.wait()
            await self._room.acquire()
        try:
            yield
        finally:
            self._room.release()

    async def _renew(self) -> None:
        """End the browser as soon as nobody visits; the next visit starts it. Those that come meanwhile wait."""
        taken = 0
        self._takes_visits.clear()
        try:
            for _ in range(self._settings.browser_pages):
                await self._room.acquire()
                taken += 1
            with contextlib.suppress(Error):
                if self._chromium:
                    await self._chromium.close()
        finally:
            self._takes_visits.set()
            for _ in range(taken):
                self._room.release()

    async def _open(self, url: str, limit: float, wait_for: str, language: str, reveal: str) -> Hop:
        host = f"{host_key(url)} {language}"
        is_usable = False
        try:
            async with asyncio.timeout(limit):
                await self._check(url)
                tab = await self._tab(host, language)
                hop = await tab.visit(url, wait_for, reveal)
            is_usable = hop.obstacle is None and await tab.rest()
        except TimeoutError:
            hop = stopped(Reason.TIMEOUT, f"no complete page within {limit:.0f} s")
        except OSError as error:
            hop = stopped(Reason.NETWORK, in_words(error))
        finally:
            self._busy.discard(host)
            if not is_usable:
                await self._forget(host)
        return hop

    async def _check(self, url: str) -> None:
        """Ask the guard early, only to say plainly what is wrong; the gateway asks it again."""
        if not self._replay or self._is_service:
            parsed = httpx.URL(url)
            await self._guard.addresses(parsed.host, port_of(parsed))

    async def _tab(self, host: str, language: str) -> HostTab:
        """The tab of `host` and its language, the longest unused one making room for a new one."""
        idle = [name for name in self._tabs if name not in self._busy and name != host]
        if len(self._tabs) >= TABS_KEPT and host not in self._tabs and idle:
            await self._forget(idle[0])
        self._busy.add(host)
        tab = self._tabs.pop(host, None) or await HostTab.open(await self.context(language), self._settings.max_bytes)
        self._tabs[host] = tab
        return tab

    async def _forget(self, host: str) -> None:
        tab = self._tabs.pop(host, None)
        if tab:
            await tab.close()

    async def context(self, language: str = "", *, scripts: bool = True) -> BrowserContext:
        """A fresh, empty profile that neither downloads nor installs anything."""
        await self._start()
        assert self._chromium is not None  # noqa: S101 (started above)
        context = await self._chromium.new_context(
            user_agent=f"{self._agent} {user_agent(self._settings.contact)}",
            viewport={"width": VIEWPORT_WIDTH, "height": VIEWPORT_HEIGHT},
            locale=(language or languages()).partition(",")[0],
            extra_http_headers={"Accept-Language": language or languages()},
            java_script_enabled=scripts,
            accept_downloads=False,
            service_workers="block",
            proxy=NO_WAY_OUT if self._is_service else None,
        )
        if self._replay:
            await context.route("**/*", self._serve)
        return context

    async def _serve(self, route: Route) -> None:
        """Answer a request of the browser from the replay."""
        assert self._replay is not None  # noqa: S101 (routed only with one)
        asked = route.request
        follow = not asked.is_navigation_request()
        data = asked.post_data_buffer
        with contextlib.suppress(Error):
            try:
                async with self._replay.stream(
                    asked.method, asked.url, content=data, follow_redirects=follow
                ) as answer:
                    body = await self._limited(answer)
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError):
                await route.abort()
                return
            unpacked = {k: v for k, v in answer.headers.items() if k not in ("content-encoding", "content-length")}
            await route.fulfill(status=answer.status_code, headers=unpacked, body=body)

    async def _limited(self, answer: httpx.Response) -> bytes:
        """The body of an answer. Raises OSError when it is larger than the settings allow."""
        body = bytearray()
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > self._settings.max_bytes:
                raise OSError("the answer is too large")
        return bytes(body)

    async def _start(self) -> None:
        async with self._starting:
            if self._chromium and self._chromium.is_connected():
                return
            self._tabs.clear()
            self._driver = self._driver or await async_playwright().start()
            self._proxy = self._proxy or await self._gateway.start()
            self._chromium = await self._launch(self._driver)
            control = await self._chromium.new_browser_cdp_session()
            self._agent = (await control.send("Browser.getVersion"))["userAgent"]

    async def _launch(self, driver: Playwright) -> Chromium:
        if self._is_service:
            return await _connect(driver, self._settings.browser)
        path = need_chromium(self._settings)
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        try:
            return await driver.chromium.launch(
                executable_path=path,
                args=list(QUIET_FLAGS),
                proxy={"server": self._proxy, "bypass": "<-loopback>"},
                chromium_sandbox=not is_root,
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
            )
        except Error as error:
            raise BrowserMissing(f"The browser {path} does not start ({error.message.splitlines()[0]})") from error

    async def picture(self, page: Page, may_ask: MayAsk) -> bytes:
        """The PNG that `draw` makes of `page`; blank when the browser fails. Raises BrowserMissing."""
        async with self._place():
            for last_try in (False, True):
                try:
                    return await self._draw(page, may_ask)
                except Error as error:
                    if last_try or not self._has_died(error):
                        break
        return b""

    async def _draw(self, page: Page, may_ask: MayAsk) -> bytes:
        context = await self.context(scripts=False)
        try:
            return await draw(context, page, may_ask)
        finally:
            with contextlib.suppress(Error):
                await context.close()

    async def close(self) -> None:
        """End the browser and all that belongs to it."""
        with contextlib.suppress(Error):
            if self._chromium:
                await self._chromium.close()
        if self._driver:
            await self._driver.stop()
        await self._gateway.stop()


async def _connect(driver: Playwright, address: str) -> Chromium:
    """A browser service: a Playwright server, or any Chromium that is open for its developer tools."""
    try:
        if "/devtools/" in address:
            return await driver.chromium.connect_over_cdp(address)
        return await driver.chromium.connect(address)
    except Error as error:
        raise ServiceMissing(address, error.message.splitlines()[0]) from error

"""The visitor: asks for a page as a polite guest would, and brings home the page or the reason why there is none."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx

from citations.models import Obstacle, Page, Request
from citations.settings import Settings
from citations.web.agent import languages
from citations.web.browser import Browser
from citations.web.budget import Budget
from citations.web.cache import PageCache
from citations.web.chromium import is_service
from citations.web.guard import Guard, why_not_a_web_address
from citations.web.hop import Hop, host_key, stopped
from citations.web.http import GuardedTransport, Http
from citations.web.pacing import LONGEST_PATIENCE, Pacing, SharedTurns, retry_after
from citations.web.robots import LARGEST, Robots
from citations.words import Reason

Fetch = Callable[[str, float], Awaitable[Hop]]


class Visitor:
    """All visits of one run, as an async context manager: one HTTP client, one browser, one memory of each host.

    With a `transport` every answer comes from it, for plain requests and for the browser alike, and nothing
    touches the network: that is how saved pages are replayed. With `turns` the pace is kept with other machines. With a
    `cache` pages that have not changed are not sent again, and those that are young enough are not asked for. The
    requests of the day are counted in `budget`.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        turns: SharedTurns | None = None,
        cache: PageCache | None = None,
        budget: Budget | None = None,
    ) -> None:
        self._cache = cache
        self.budget = budget or Budget()
        guard = self._guard = Guard(settings.allow_private)
        self._settings = settings
        self._http = Http(settings, transport or GuardedTransport(guard))
        self._browser = Browser(settings, guard, self._http.client if transport or is_service(settings) else None)
        self._pacing = Pacing(turns)
        self._robots = Robots(self._fetch_robots)
        self._given_up: dict[str, Obstacle] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._browser.close()
        await self._http.client.aclose()
        await self.budget.close()

    async def visit(
        self,
        url: str,
        *,
        browser: bool = False,
        wait_for: str = "",
        pace: float | None = None,
        obey_robots: bool = True,
        request: Request | None = None,
        country: str = "",
        reveal: str = "",
    ) -> Page:
        """The page at `url`, by plain HTTP or with the browser, redirects followed.

        `wait_for` is a selector that the browser waits for; `pace` the seconds between requests to the host
        (default: the setting). `request` is what is sent to an official API in place of a plain request;
        what it carries goes to that origin only. `country` is that of the business, whose languages are asked for;
        `reveal` a selector of what the browser clicks to see values. Never raises for anything the web does:
        `Page.obstacle` says what went wrong.
        Raises BrowserMissing when a browser is needed and there is none.
        """
        language, how = languages(country), "browser" if browser else "http"
        if self._cache and not request and (kept := self._cache.fresh(url, language, how)):
            return kept
        fetch: Fetch = partial(self._get, language)
        if browser:
            fetch = partial(self._browser.open, wait_for=wait_for, language=language, reveal=reveal)
        fetch = partial(self._send, request) if request else partial(self._within_budget, fetch)
        started, trail, here, left = datetime.now(UTC), [], url, self._settings.timeout
        hop = await self._step(here, fetch, left, pace, obey_robots)
        left -= hop.seconds
        while hop.redirect and not hop.obstacle:
            trail.append(here)
            here = hop.redirect
            hop = await self._next(len(trail), here, fetch, left, pace, obey_robots)
            left -= hop.seconds
        return Page(
            url=url,
            final_url=here,
            status=hop.status,
            headers=hop.headers,
            body=hop.body,
            how="api" if request else how,
            fetched_at=started,
            seconds=self._settings.timeout - left,
            redirects=tuple(trail),
            obstacle=hop.obstacle,
            goes_on=hop.goes_on,
        )

    async def screenshot(self, page: Page) -> bytes:
        """PNG of the captured body, drawn under its own address with scripts off; blank when it cannot be drawn.

        Images and styles are loaded through the guard. Raises BrowserMissing.
        """
        return await self._browser.picture(page, self._may_ask)

    def give_up(self, url: str, obstacle: Obstacle) -> None:
        """Ask nothing more of the host of `url` in this run: each visit is answered with `obstacle` at once."""
        self._given_up[host_key(url)] = obstacle
        self._pacing.close(host_key(url))

    def given_up(self, url: str) -> Obstacle | None:
        """Why nothing more is asked of the host of `url` in this run; None when it may still be."""
        return self._given_up.get(host_key(url))

    def forget_silences(self) -> None:
        """Ask the hosts again from which nothing came."""
        silent = [host for host, obstacle in self._given_up.items() if obstacle.reason.is_silence]
        for host in silent:
            del self._given_up[host]
            self._pacing.reopen(host)
        self._robots.forget_silences()

    async def is_unknown(self, url: str, beside: str) -> bool:
        """True when DNS does not know the host of `url`, while it knows that of `beside`.

        Without the second, whoever is offline would take every host for gone.
        """
        host, known = ((urlsplit(address).hostname or "") for address in (url, beside))
        return await self._guard.knows(host) is False and await self._guard.knows(known) is True

    def _may_ask(self, url: str) -> bool:
        return not why_not_a_web_address(url) and not self.given_up(url)

    async def _next(
        self, redirects: int, url: str, fetch: Fetch, left: float, pace: float | None, obey_robots: bool
    ) -> Hop:
        """A step that a redirect led to, within the limits."""
        if redirects > self._settings.max_redirects:
            return stopped(Reason.ERROR_PAGE, f"more than {self._settings.max_redirects} redirects")
        if left <= 0:
            return stopped(Reason.TIMEOUT, f"no complete answer within {self._settings.timeout:.0f} s")
        return await self._step(url, fetch, left, pace, obey_robots)

    async def _step(self, url: str, fetch: Fetch, limit: float, pace: float | None, obey_robots: bool) -> Hop:
        """One address: is it one to visit, does robots.txt agree, then the request in its turn."""
        problem = why_not_a_web_address(url)
        if problem:
            return stopped(Reason.NETWORK, problem)
        seconds = self._settings.pace if pace is None else pace
        if obey_robots and host_key(url) not in self._given_up:
            robots = await self._robots.ask(url)
            forbidden = self._given_up.get(host_key(url)) or robots.forbids(url)
            if forbidden:
                return Hop(obstacle=forbidden)
            seconds = max(seconds, robots.delay)
        return await self._ask(url, fetch, limit, seconds)

    async def _ask(self, url: str, fetch: Fetch, limit: float, pace: float) -> Hop:
        """The request in its turn; once more when the site says how soon, and no more when it says so again."""
        host = host_key(url)
        hop = await self._in_turn(host, url, fetch, limit, pace)
        wait = _asked_to_wait(hop)
        if wait is not None and wait <= LONGEST_PATIENCE:
            await self._pacing.hold_off(host, wait)
            hop = await self._in_turn(host, url, fetch, limit, pace)
            wait = _asked_to_wait(hop)
        if wait is None or hop.obstacle:
            return hop
        limited = Obstacle(Reason.RATE_LIMITED, _refusal(hop))
        self.give_up(url, limited)
        return Hop(hop.status, hop.headers, hop.body, obstacle=limited, seconds=hop.seconds)

    async def _in_turn(self, host: str, url: str, fetch: Fetch, limit: float, pace: float) -> Hop:
        async with self._pacing.turn(host, pace):
            if host in self._given_up:
                return Hop(obstacle=self._given_up[host])
            return await fetch(url, limit)

    async def _within_budget(self, fetch: Fetch, url: str, limit: float) -> Hop:
        """The request, where today's budget of its host has room for it. An API's is counted by whoever asks it."""
        most = self._settings.requests_per_day
        if await self.budget.spend(host_key(url), most):
            return await fetch(url, limit)
        said = f"today's {most} requests to {host_key(url)} are made; CITATIONS_REQUESTS_PER_DAY sets the number"
        spent = Obstacle(Reason.QUOTA, said)
        self.give_up(url, spent)
        return Hop(obstacle=spent)

    def keep(self, page: Page, country: str = "") -> None:
        """Keep a page that was read well for the next visit by a visitor with the same cache."""
        if self._cache:
            self._cache.keep(page, languages(country))

    async def _get(self, language: str, url: str, limit: float) -> Hop:
        """A plain request in `language`; what has not changed since it was kept is not sent again."""
        conditions = self._cache.conditions(url, language) if self._cache else {}
        request = Request(url, headers={"Accept-Language": language, **conditions})
        hop = await self._http.get(url, limit, request=request)
        return self._cache.unchanged(url, language, hop) if self._cache and hop.status == 304 else hop

    async def _send(self, request: Request, url: str, limit: float) -> Hop:
        """The request itself; where a redirect leads, its headers go along on its own origin only, its body never."""
        if url == request.url:
            return await self._http.get(url, limit, request=request)
        is_same_origin = urlsplit(url)[:2] == urlsplit(request.url)[:2]
        return await self._http.get(url, limit, request=Request(url, headers=request.headers if is_same_origin else {}))

    async def _fetch_robots(self, url: str) -> Hop:
        problem = why_not_a_web_address(url)
        if problem:
            return stopped(Reason.NETWORK, problem)
        fetch: Fetch = partial(self._within_budget, partial(self._http.get, max_bytes=LARGEST))
        return await self._ask(url, fetch, self._settings.timeout, self._settings.pace)


def _asked_to_wait(hop: Hop) -> float | None:
    """How long the site wants to be left alone; infinite when it does not say; None when it does not want it."""
    wait = retry_after(hop.headers)
    if hop.status == 429:
        return float("inf") if wait is None else wait
    return wait if hop.status == 503 else None


def _refusal(hop: Hop) -> str:
    after = hop.headers.get("retry-after", "")
    return f"the site answers {hop.status} (too many requests)" + (f" and asks to wait: {after}" if after else "")

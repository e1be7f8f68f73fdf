"""Plain requests: one address, one answer, within the limits and through the guard."""

import asyncio
import ssl
from collections.abc import Iterable

import httpcore
import httpx

from citations.models import Obstacle, Request
from citations.settings import Settings
from citations.web.agent import languages, user_agent
from citations.web.body import ENCODINGS, TooLargeError, UnreadableError, read_body
from citations.web.failures import in_words
from citations.web.guard import Guard
from citations.web.hop import Hop, host_key, stopped
from citations.words import Reason

ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8"
HOSTS = 64  # whose connections are kept
CONNECTIONS, IDLE = 16, 2  # to one host
REQUESTS_AT_ONCE = 16  # more would wait for each other here, and their sites would seem slow


class GuardedBackend(httpcore.AnyIOBackend):
    """Connects to addresses that the guard checked, and to no others."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """As httpcore's; raises RefusedError for private addresses."""
        plain = super().connect_tcp

        async def connect(address: str) -> httpcore.AsyncNetworkStream:
            return await plain(address, port, timeout, local_address, socket_options)

        return await self._guard.connect(host, port, connect)


class GuardedTransport(httpx.AsyncBaseTransport):
    """httpx's transport on the guarded backend, one for each host; no proxies, since they would connect in our place.

    One for all would look through the connections of all hosts at every request.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._secure = httpx.create_ssl_context()
        self._hosts: dict[str, _ToOneHost] = {}  # the one that was not used for longest first

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """As httpx's; raises RefusedError for private addresses."""
        name = host_key(str(request.url))
        host = self._hosts.pop(name, None) or _ToOneHost(self._guard, self._secure)
        self._hosts[name] = host
        if len(self._hosts) > HOSTS:
            await self._forget_some()
        return await host.handle_async_request(request)

    async def _forget_some(self) -> None:
        idle = [name for name, host in self._hosts.items() if host.is_idle]
        for name in idle[: len(self._hosts) - HOSTS]:
            await self._hosts.pop(name).aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        for host in self._hosts.values():
            await host.aclose()


class _ToOneHost(httpx.AsyncHTTPTransport):
    def __init__(self, guard: Guard, secure: ssl.SSLContext) -> None:
        super().__init__(verify=secure)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=secure,
            max_connections=CONNECTIONS,
            max_keepalive_connections=IDLE,
            keepalive_expiry=15.0,
            network_backend=GuardedBackend(guard),
        )

    @property
    def is_idle(self) -> bool:
        return all(connection.is_idle() for connection in self._pool.connections)


class Http:
    """The plain client of one run. Cookies are kept for the run, as redirects that set them expect."""

    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport) -> None:
        self._max_bytes = settings.max_bytes
        self._room = asyncio.Semaphore(REQUESTS_AT_ONCE)
        self.client = httpx.AsyncClient(
            transport=transport,
            timeout=settings.timeout,
            trust_env=False,
            headers={
                "User-Agent": user_agent(settings.contact),
                "Accept": ACCEPT,
                "Accept-Language": languages(),
                "Accept-Encoding": ENCODINGS,
            },
        )

    async def get(self, url: str, limit: float, max_bytes: int | None = None, request: Request | None = None) -> Hop:
        """One request, no redirect followed; at most `limit` seconds for the whole answer. Never raises for the web.

        `request` gives another method, headers and a body.
        """
        async with self._room:
            return await self._timed(request or Request(url), limit, max_bytes or self._max_bytes)

    async def _timed(self, asked: Request, limit: float, max_bytes: int) -> Hop:
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            async with asyncio.timeout(limit):
                answer = await self._get(asked, max_bytes)
        except (TimeoutError, httpx.TimeoutException):
            answer = stopped(Reason.TIMEOUT, f"no complete answer within {limit:.0f} s")
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, httpx.CookieConflict, OSError) as error:
            answer = stopped(Reason.NETWORK, in_words(error))
        return Hop(answer.status, answer.headers, answer.body, answer.redirect, answer.obstacle, clock() - started)

    async def _get(self, asked: Request, max_bytes: int) -> Hop:
        body = asked.body or None
        async with self.client.stream(asked.method, asked.url, headers=asked.headers, content=body) as response:
            headers = dict(response.headers)
            if response.has_redirect_location:
                return Hop(response.status_code, headers, redirect=_target(response))
            try:
                packing = headers.get("content-encoding", "")
                body = await read_body(response.aiter_raw(), packing, max_bytes)
            except TooLargeError as error:
                return Hop(response.status_code, headers, error.body, obstacle=Obstacle(Reason.ERROR_PAGE, str(error)))
            except UnreadableError as error:
                return Hop(response.status_code, headers, obstacle=Obstacle(Reason.ERROR_PAGE, str(error)))
            return Hop(response.status_code, headers, body)


def _target(response: httpx.Response) -> str:
    """Where a redirect leads, made absolute; as it was written when it is no address at all."""
    location = response.headers["location"]
    try:
        return str(response.url.join(location))
    except httpx.InvalidURL:
        return str(location)

"""Serves a practice web on loopback: one process, one event loop, a port for each site.

Nothing here knows what a page says; it takes a request to the site whose port it came to and
counts it.
"""

import asyncio
import resource
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, MutableMapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn

from citations.practice.files import allow_private, as_json, choice, manner, sheet, truth, write_files
from citations.practice.markup import render
from citations.practice.own_site import OwnSite
from citations.practice.sites import Answer, Site
from citations.practice.world import World, build

Message = MutableMapping[str, Any]
SECONDS_TO_START = 20.0


@dataclass(slots=True)
class Request:
    """One request that a site got; `began` and `ended` by `time.monotonic`, the second 0 until it is answered."""

    path: str
    query: str = ""
    agent: str = ""
    began: float = field(default_factory=time.monotonic)
    ended: float = 0.0


@dataclass
class Practice:
    """A practice web that is being served; `requests` holds what each site was asked, by the site's id."""

    world: World
    out: Path
    requests: dict[str, list[Request]] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        """Where the index is."""
        return self.world.origin

    @property
    def locations_file(self) -> Path:
        """The sheet of all clients' locations."""
        return self.out / "locations.csv"

    @property
    def directories(self) -> Path:
        """The folder of directory files, for CITATIONS_DIRECTORIES."""
        return self.out / "directories"

    @property
    def choice(self) -> str:
        """The directories that are served, and the businesses' own websites, for CITATIONS_CHOICE."""
        return choice(self.world)

    @property
    def allow_private(self) -> frozenset[str]:
        """The hosts with ports, for CITATIONS_ALLOW_PRIVATE."""
        return frozenset(allow_private(self.world))

    @property
    def truth(self) -> dict[str, Any]:
        """The truth as it stands in `truth.json`."""
        return truth(self.world)

    def count(self, site: str) -> int:
        """How many pages a site was asked for, robots.txt left out."""
        return sum(request.path != "/robots.txt" for request in self.requests.get(site, ()))


class _Reception:
    """The ASGI application: finds the site by the port that the request came to."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        world = practice.world
        hosts: Sequence[Site | OwnSite] = (*world.sites, *world.own_sites)
        self._hosts = {urlsplit(host.origin).port: host for host in hosts}

    async def __call__(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        asked = self._ask(scope)
        answer = self._answer(scope)
        if answer.delay:
            await _gone(receive, answer.delay)
        body = answer.body.encode()
        headers = [(b"content-type", answer.type.encode()), (b"content-length", str(len(body)).encode())]
        headers += [(name.encode(), value.encode("latin-1")) for name, value in answer.headers.items()]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
        asked.ended = time.monotonic()

    def _ask(self, scope: Message) -> Request:
        """Note the request, with the site that it came to."""
        agent = dict(scope["headers"]).get(b"user-agent", b"").decode("latin-1")
        asked = Request(scope["path"], scope["query_string"].decode("latin-1"), agent)
        if host := self._hosts.get(scope["server"][1]):
            self._practice.requests.setdefault(host.id, []).append(asked)
        return asked

    def _answer(self, scope: Message) -> Answer:
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        host = self._hosts.get(scope["server"][1])
        if host is None:
            return self._index(path)
        if isinstance(host, OwnSite):
            return host.answer(path)
        return host.answer(path, query, self._practice.count(host.id))

    def _index(self, path: str) -> Answer:
        world = self._practice.world
        if path == "/truth.json":
            return Answer(as_json(truth(world)), type="application/json")
        if path == "/locations.csv":
            return Answer(sheet(world), type="text/csv; charset=utf-8")
        if path == "/":
            return Answer(render("index.html", world=world, manners={site.id: manner(site) for site in world.sites}))
        return Answer("There is nothing here.", 404, "text/plain")


async def _gone(receive: Callable[[], Awaitable[Message]], delay: float) -> None:
    """Wait until the visitor gives up or the delay is over."""
    with suppress(TimeoutError):
        async with asyncio.timeout(delay):
            while (await receive())["type"] != "http.disconnect":
                pass


@contextmanager
def serve(
    seed: int = 1,
    locations: int = 24,
    port: int = 0,
    out: Path = Path("practice"),
    clients: int = 3,
    extra: bool = True,
    sites: Sequence[str] = (),
) -> Iterator[Practice]:
    """Serve a practice web in the background, with its files in `out`, until the block ends.

    The index is on `port` and the sites on those that follow; port 0 takes whatever is free.
    `sites` names the directories that are wanted, by their ids; all when it is empty.
    Raises OSError when a port is taken, ValueError as `build` does.
    """
    world, sockets = _open(partial(build, seed, locations, clients, extra, sites=sites), port)
    try:
        write_files(world, out)
        practice = Practice(world, out)
        quiet = {urlsplit(site.origin).port for site in world.sites if not site.listens}
        config = uvicorn.Config(
            _Reception(practice), lifespan="off", log_level="warning", access_log=False, date_header=False,
            timeout_graceful_shutdown=1, server_header=False,
        )  # fmt: skip
        server = uvicorn.Server(config)
        listening = [sock for sock in sockets if sock.getsockname()[1] not in quiet]
        with _running(server, listening):
            yield practice
    finally:
        for sock in sockets:
            sock.close()


def serve_forever(
    port: int,
    seed: int,
    locations: int,
    out: Path,
    clients: int = 3,
    extra: bool = True,
    ready: Callable[[Practice], None] | None = None,
) -> None:
    """Serve until the process is interrupted; `ready` is told once everything answers. Raises as `serve` does."""
    with serve(seed, locations, port, out, clients, extra) as practice, suppress(KeyboardInterrupt):
        if ready:
            ready(practice)
        threading.Event().wait()


def _open(grow: Callable[..., World], port: int) -> tuple[World, list[socket.socket]]:
    """A world on ports that are ours: grown once to count them, and again when they are known."""
    count = grow().ports_used
    _allow_open_files(count * 2 + 200)
    with ExitStack() as bound:
        sockets = [bound.enter_context(closing(_bound(port + place if port else 0))) for place in range(count)]
        bound.pop_all()
    return grow(ports=[sock.getsockname()[1] for sock in sockets]), sockets


def _bound(port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind(("127.0.0.1", port))
    except OSError as error:
        sock.close()
        raise OSError(error.errno, f"port {port} on loopback is taken; choose another with --port") from error
    return sock


def _allow_open_files(wanted: int) -> None:
    """A thousand sites are a thousand sockets: more than many systems allow a process unless it asks."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, limit), hard))


@contextmanager
def _running(server: uvicorn.Server, sockets: list[socket.socket]) -> Iterator[None]:
    """Run the server in a thread of its own while the block lasts."""
    thread = threading.Thread(target=server.run, kwargs={"sockets": sockets}, name="practice web", daemon=True)
    thread.start()
    waited = threading.Event()
    for _ in range(int(SECONDS_TO_START * 50)):
        if server.started or not thread.is_alive():
            break
        waited.wait(0.02)
    if not server.started:
        raise RuntimeError("the practice web did not start")
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(SECONDS_TO_START)

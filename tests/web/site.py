"""A loopback site whose paths answer as badly as a test wants, and which remembers who asked for what and when."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from citations.settings import Settings


@dataclass(frozen=True)
class Asked:
    path: str
    at: float
    headers: Mapping[str, str]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: "Site"

    def do_GET(self) -> None:
        self.site.log.append(Asked(self.path, time.monotonic(), dict(self.headers)))
        answer = self.site.paths.get(self.path.split("?")[0], "")
        try:
            if callable(answer):
                answer(self)
            else:
                self.send(answer.encode(), status=200 if answer else 404)
        except OSError:
            self.close_connection = True

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        sent = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in (sent | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Site:
    port: int = 0
    paths: dict[str, str | Callable[[Handler], None]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    @property
    def asked(self) -> list[str]:
        return [asked.path for asked in self.log]

    def settings(self, *others: "Site", **changes: object) -> Settings:
        """Settings that let a visitor in here (and at `others`), without waiting."""
        allowed = frozenset(site.host for site in (self, *others))
        return Settings(**{"_env_file": None, "pace": 0, "allow_private": allowed, **changes})


@contextmanager
def serve(**paths: str | Callable[[Handler], None]) -> Iterator[Site]:
    """A site with these pages: `serve(a="<h1>…")` answers /a."""
    site = Site(paths={f"/{name}": answer for name, answer in paths.items()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("SiteHandler", (Handler,), {"site": site}))
    server.daemon_threads = True
    server.block_on_close = False
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def moved(target: str, status: int = 302) -> Callable[[Handler], None]:
    """An answer that leads on to `target`."""
    return lambda handler: handler.send(b"", status, Location=target)

"""A small web site on loopback for a test: a function from path to answer, and the list of what was asked.

An answer is a status and a page; for a redirect (3xx) the address that it leads to stands in the page's place.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, str]


@dataclass
class Site:
    """Where the site is, and each path that was requested of it, in order."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def pages_asked(self) -> list[str]:
        """What was asked beside robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]


@contextmanager
def site(answer: Callable[[str], Answer]) -> Iterator[Site]:
    """Serve `answer(path)` on a free port; a path without an answer of its own should give 404.

    The text of an answer with a status of 3xx is where it leads.
    """
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            status, body = answer(self.path)
            payload = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if 300 <= status < 400:
                self.send_header("Location", body)
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def free_run(length: int) -> int:
    """The first of a run of ports that are free now."""
    for start in range(21_000, 31_000, length):
        sockets = [socket.socket() for _ in range(length)]
        try:
            for place, sock in enumerate(sockets):
                sock.bind(("127.0.0.1", start + place))
        except OSError:
            continue
        finally:
            for sock in sockets:
                sock.close()
        return start
    raise OSError("no run of free ports")

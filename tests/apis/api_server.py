"""An official API on loopback: it answers in the documented shape, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """A status, a value to be sent as JSON (or text as it is), and further headers."""

    status: int
    value: Any
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def payload(self) -> bytes:
        return (self.value if isinstance(self.value, str) else json.dumps(self.value)).encode()


@dataclass
class ApiServer:
    """Where it is, and each request in order."""

    port: int = 0
    asked: list[Asked] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return f"http://{self.host}"

    @property
    def paths(self) -> list[str]:
        return [asked.path.partition("?")[0] for asked in self.asked]


@contextmanager
def api_server(answer: Callable[[Asked], Answer]) -> Iterator[ApiServer]:
    """Serve `answer` on a free port."""
    server = ApiServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, self.path, headers, self.rfile.read(length).decode())
            server.asked.append(asked)
            given = answer(asked)
            self.send_response(given.status)
            for name, value in ({"Content-Type": "application/json"} | dict(given.headers)).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(given.payload)))
            self.end_headers()
            self.wfile.write(given.payload)

        do_POST = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.port = listening.server_address[1]
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()

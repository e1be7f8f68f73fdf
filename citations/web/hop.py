"""One request's answer, the same whether plain HTTP or the browser made it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import httpx

from citations.models import Obstacle
from citations.words import Reason


@dataclass(frozen=True, slots=True)
class Hop:
    """What came for one address: an answer, an address to go on to (`redirect`), or an obstacle.

    `seconds` is the time from request to last byte; `headers` have lower-case names; `goes_on`: the page still grew
    when we stopped to unfold it.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    redirect: str = ""
    obstacle: Obstacle | None = None
    seconds: float = 0.0
    goes_on: bool = False


def stopped(reason: Reason, detail: str) -> Hop:
    """A hop that ended before any answer came."""
    return Hop(obstacle=Obstacle(reason, detail))


@lru_cache(4096)
def host_key(url: str) -> str:
    """What pacing and giving up go by: the host without www and port; with the port where one machine plays many sites.

    >>> host_key("https://www.Directory.example:8443/a"), host_key("http://127.0.0.1:8001/a")
    ('directory.example', '127.0.0.1:8001')
    """
    parsed = httpx.URL(url)
    host = parsed.host.lower().rstrip(".").removeprefix("www.")
    plays_many = host == "localhost" or host.replace(".", "").isdigit() or ":" in host
    return f"{host}:{port_of(parsed)}" if plays_many else host


def port_of(url: httpx.URL) -> int:
    """The port in force."""
    return url.port or (443 if url.scheme == "https" else 80)

"""The guard: no page, redirect or script of a stranger may lead us into a private network.

The check is made on the addresses themselves at the moment of connecting, and the connection goes to
the checked address, so that a name which changes its mind in between gains nothing.
"""

import asyncio
import csv
import socket
from collections.abc import Awaitable, Callable, Collection
from functools import cache, lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import TypeVar

import httpx

T = TypeVar("T")
IP = IPv4Address | IPv6Address
TABLE = Path(__file__).parent / "private_networks.csv"
GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
LONGEST_URL = 8000
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


class RefusedError(OSError):
    """An address that must not be visited; the text says why and how to allow it."""


class Guard:
    """Lets connections through to public addresses, and to each `host:port` (or `host:*`) that the user allows."""

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = frozenset(entry.lower() for entry in allowed)

    def allows(self, host: str, port: int) -> bool:
        """True when the user named this host and port, exactly as the URL writes them."""
        name = host.lower().strip("[]")
        name = f"[{name}]" if ":" in name else name
        return f"{name}:{port}" in self._allowed or f"{name}:*" in self._allowed

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of `host` that may be connected to.

        Raises RefusedError when none may, OSError when the name is not known.
        """
        found = await _resolve(host, port)
        if self.allows(host, port):
            return found
        public = [address for address in found if not why_refused(address)]
        if not public:
            raise RefusedError(
                f"{found[0]} is {why_refused(found[0])}; allow it with CITATIONS_ALLOW_PRIVATE={host}:{port}"
            )
        return public

    async def knows(self, host: str) -> bool | None:
        """Whether DNS knows a host of this name; None when it could not be asked, or was not needed for it."""
        if "." not in host or _is_ip(host):
            return None
        try:
            await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            return False if error.errno in _NO_SUCH_NAME else None
        except UnicodeError:
            return None
        return True

    async def connect(self, host: str, port: int, connect: Callable[[str], Awaitable[T]]) -> T:
        """`connect(address)` for the first allowed address of `host` that answers; the last error when none does."""
        *others, last = await self.addresses(host, port)
        for address in others:
            try:
                return await connect(address)
            except (OSError, httpx.HTTPError, TimeoutError):
                continue
        return await connect(last)


def _is_ip(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


async def _resolve(host: str, port: int) -> list[str]:
    name = host.strip("[]")
    if _is_ip(name):
        return [str(ip_address(name))]
    try:
        answers = await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host!r} is not a host name") from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def why_refused(address: str) -> str:
    """What is wrong with an IP address, in words; blank when it is public.

    >>> why_refused("10.1.2.3")
    'a private address'
    """
    ip: IP = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = _embedded(ip)
        if inner is None and ip not in GLOBAL_UNICAST:
            return _named(ip) or "not a public address"
        ip = inner or ip
    return _named(ip)


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that really gets the packets (RFC 4291 mapped, RFC 6052 translated)."""
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped


def _named(ip: IP) -> str:
    return next((kind for network, kind in _networks() if ip.version == network.version and ip in network), "")


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple((ip_network(row["network"]), row["what"]) for row in rows)


@lru_cache(4096)
def why_not_a_web_address(url: str) -> str:
    """What is wrong with a URL before anything is asked of it, in words; blank when nothing is."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError, ValueError):
        return "this is not a web address"
    if parsed.scheme not in ("http", "https"):
        return f"only http and https are visited, not {parsed.scheme or 'an address without a scheme'}"
    if parsed.userinfo:
        return "addresses with a user name or password are not visited"
    if not parsed.host or len(url) > LONGEST_URL:
        return "this is not a web address"
    return ""

"""The browser's only way out: a SOCKS5 gateway on loopback that asks the guard at every connection.

Redirects, sub-requests, frames and WebSockets of a page all connect through here, by name; the names
are resolved here and the checked address is the one connected to.
"""

import asyncio
import contextlib
from ipaddress import ip_address

import httpx

from citations.web.guard import Guard, RefusedError

VERSION, CONNECT, NO_PASSWORD = 5, 1, b"\x05\x00"
GRANTED, NOT_ALLOWED, UNREACHABLE, NOT_SUPPORTED = 0, 2, 4, 7
CHUNK = 65_536
SECONDS_TO_CONNECT = 10.0

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Gateway:
    """RFC 1928, only what Chromium needs: CONNECT, no password, loopback clients."""

    def __init__(self, guard: Guard | None) -> None:
        """Without a guard nothing is let through: the pages are then replayed, not visited."""
        self._guard = guard
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()

    async def start(self) -> str:
        """Open the gateway; returns its address as a proxy setting."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"socks5://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Close the gateway and what runs through it."""
        if self._server:
            self._server.close()
        for client in self._clients:
            client.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 (a stream callback always runs in a task)
        self._clients.add(task)
        task.add_done_callback(self._clients.discard)
        with contextlib.suppress(OSError, EOFError, TimeoutError, asyncio.CancelledError):
            host, port = await _requested(reader, writer)
            site = await self._connect(host, port, writer)
            if site:
                await _join((reader, writer), site)
        writer.close()

    async def _connect(self, host: str, port: int, writer: asyncio.StreamWriter) -> Streams | None:
        verdict, site = NOT_ALLOWED, None
        try:
            if self._guard:
                async with asyncio.timeout(SECONDS_TO_CONNECT):
                    site = await self._guard.connect(host, port, lambda address: asyncio.open_connection(address, port))
                verdict = GRANTED
        except RefusedError:
            pass
        except (OSError, TimeoutError, httpx.HTTPError):
            verdict = UNREACHABLE
        writer.write(_reply(verdict))
        await writer.drain()
        return site


def _reply(verdict: int) -> bytes:
    return bytes([VERSION, verdict, 0, 1, 0, 0, 0, 0, 0, 0])


async def _requested(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    """The host and port that the browser wants. Raises EOFError for anything else than such a request."""
    _, methods = await reader.readexactly(2)
    await reader.readexactly(methods)
    writer.write(NO_PASSWORD)
    version, command, _, kind = await reader.readexactly(4)
    if version != VERSION or command != CONNECT or kind not in (1, 3, 4):
        writer.write(_reply(NOT_SUPPORTED))
        raise EOFError
    if kind == 3:
        host = (await reader.readexactly((await reader.readexactly(1))[0])).decode("ascii", "replace")
    else:
        host = str(ip_address(await reader.readexactly(4 if kind == 1 else 16)))
    return host, int.from_bytes(await reader.readexactly(2), "big")


async def _join(client: Streams, site: Streams) -> None:
    try:
        await asyncio.gather(_pump(client[0], site[1]), _pump(site[0], client[1]))
    finally:
        site[1].close()


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while chunk := await source.read(CHUNK):
        target.write(chunk)
        await target.drain()
    if target.can_write_eof():
        target.write_eof()

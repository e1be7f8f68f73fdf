"""Forty directories on loopback, each a host of its own that finds nothing: what a fleet is measured on.

python -m tests.benchmarks.forty_hosts

The first line on standard output names the ports; each line on standard input is answered with what was asked since.
"""

import asyncio
import json
import sys
from collections import Counter

HOSTS = 40
SERVICE = 0.002  # seconds that a page takes, so that two visitors at once would be seen
PAGE = b"<!doctype html><html><head><title>Search</title></head><body><h1>Results</h1><p>No results found</p>"


class Log:
    """How often hosts were asked, and how often while somebody else was being answered."""

    def __init__(self) -> None:
        self.visits = 0
        self.overlaps = 0
        self.busy: Counter[int] = Counter()

    def report(self) -> str:
        said = json.dumps({"visits": self.visits, "overlaps": self.overlaps})
        self.visits = self.overlaps = 0
        return said


async def answer(log: Log, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The requests of one connection, one after another."""
    port = writer.get_extra_info("sockname")[1]
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            log.visits += 1
            log.overlaps += log.busy[port] > 0
            log.busy[port] += 1
            await asyncio.sleep(SERVICE)
            log.busy[port] -= 1
            status, body = (b"404 Not Found", b"") if b"/robots.txt" in head.split(b"\r\n")[0] else (b"200 OK", PAGE)
            facts = b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body)
            writer.write(b"HTTP/1.1 " + status + b"\r\n" + facts + body)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until standard input ends."""
    log = Log()
    servers = [await asyncio.start_server(lambda r, w: answer(log, r, w), "127.0.0.1", 0) for _ in range(HOSTS)]
    print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
    loop = asyncio.get_running_loop()
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(log.report(), flush=True)


if __name__ == "__main__":
    asyncio.run(main())

"""Serves saved pages under their real URLs, to plain HTTP and to the browser alike; nothing touches the network.

replay = Replay({"https://directory.example/biz/1": (200, {}, b"<html>…")})
async with Visitor(Settings(pace=0), transport=replay) as visitor: ...
replay.asked                      # every URL that was requested, in order
"""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import httpx

Saved = tuple[int, Mapping[str, str], bytes]
HTML = {"content-type": "text/html; charset=utf-8"}


class _Body(httpx.AsyncByteStream):
    def __init__(self, content: bytes) -> None:
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


class Replay(httpx.AsyncBaseTransport):
    """A transport that knows some URLs and answers 404 to all others, robots.txt included.

    `robots` is a folder of HOST.robots.txt files, served to each host that the pages are on.
    """

    def __init__(self, saved: Mapping[str, Saved], robots: Path | None = None) -> None:
        known = {**saved, **dict(_rules(saved, robots) if robots else ())}
        self._saved = {_key(url): answer for url, answer in known.items()}
        self.asked: list[str] = []

    @classmethod
    def from_files(cls, pages: Iterable[tuple[Path, str]], robots: Path | None = None) -> "Replay":
        """From (file, URL) pairs, each served as HTML with status 200."""
        return cls({url: (200, HTML, file.read_bytes()) for file, url in pages}, robots)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(str(request.url))
        status, headers, body = self._saved.get(_key(str(request.url)), (404, HTML, b"<title>not saved</title>"))
        return httpx.Response(status, headers=dict(headers), stream=_Body(body), request=request)


def _rules(urls: Iterable[str], robots: Path) -> Iterator[tuple[str, Saved]]:
    for parts in map(urlsplit, urls):
        file = robots / f"{parts.hostname}.robots.txt"
        if file.exists():
            url = f"{parts.scheme}://{parts.netloc}/robots.txt"
            yield url, (200, {"content-type": "text/plain"}, file.read_bytes())


def _key(url: str) -> str:
    return str(httpx.URL(urldefrag(url).url))

"""Reading a body within limits: so many bytes and no more, counted after unpacking."""

import zlib
from collections.abc import AsyncIterator

ENCODINGS = "gzip, deflate"
_ANY_ZLIB, _BARE_DEFLATE = 47, -15


class TooLargeError(ValueError):
    """The body is larger than the limit; `body` is its beginning."""

    def __init__(self, body: bytes) -> None:
        super().__init__(f"the page is larger than {len(body) / 1e6:.3g} MB")
        self.body = body


class UnreadableError(ValueError):
    """The body is packed in a way that we did not ask for, or damaged."""


async def read_body(chunks: AsyncIterator[bytes], encoding: str, limit: int) -> bytes:
    """The body behind `chunks`, unpacked as its Content-Encoding says.

    Raises TooLargeError as soon as it passes `limit` bytes, however small it was packed, and UnreadableError.
    """
    unpack = _unpacker(encoding.strip().lower())
    body = bytearray()
    async for chunk in chunks:
        body += unpack(chunk, limit + 1 - len(body))
        if len(body) > limit:
            raise TooLargeError(bytes(body[:limit]))
    return bytes(body)


class _Plain:
    def __call__(self, chunk: bytes, _most: int) -> bytes:
        return chunk


class _Packed:
    """gzip and deflate; the latter also without its zlib wrapper, as some servers send it."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(_ANY_ZLIB)
        self._fresh = True

    def __call__(self, chunk: bytes, most: int) -> bytes:
        try:
            out = self._zlib.decompress(chunk, most)
        except zlib.error as error:
            if not self._fresh:
                raise UnreadableError("the page is packed wrongly") from error
            self._zlib, self._fresh = zlib.decompressobj(_BARE_DEFLATE), False
            return self(chunk, most)
        self._fresh = False
        return out


def _unpacker(encoding: str) -> _Plain | _Packed:
    if encoding in ("", "identity"):
        return _Plain()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Packed()
    raise UnreadableError(f"the page is packed as {encoding!r}, which was not asked for")

"""Pacing: how soon, and how many at once, a host may be asked. One at a time, and never in a hurry."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol

LONGEST_PATIENCE = 30.0


class SharedTurns(Protocol):
    """Turns that several machines share, each call a short wait for a database."""

    def take(self, host: str, pace: float) -> float:
        """Take the turn; returns 0 when it is ours, else the seconds after which to ask again."""

    def give_back(self, host: str) -> None:
        """The visit is over."""

    def hold_off(self, host: str, seconds: float) -> None:
        """Nobody visits `host` for so many seconds from now."""


class Pacing:
    """Hands out turns: per host one at a time, with so many seconds between the starts.

    With `shared` turns that holds for all machines that share them.
    """

    def __init__(self, shared: SharedTurns | None = None) -> None:
        self._shared = shared
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._not_before: dict[str, float] = {}
        self._closed: set[str] = set()

    @asynccontextmanager
    async def turn(self, host: str, pace: float) -> AsyncIterator[None]:
        """Wait for our turn at `host`; the next one starts at least `pace` seconds after this one."""
        clock = asyncio.get_running_loop().time
        async with self._locks[host]:
            while host not in self._closed and (wait := self._not_before.get(host, 0.0) - clock()) > 0:
                await asyncio.sleep(wait)
            self._not_before[host] = clock() + pace
            if self._shared is None or host in self._closed:
                yield
                return
            while (wait := await asyncio.to_thread(self._shared.take, host, pace)) and host not in self._closed:
                await asyncio.sleep(wait)
            try:
                yield
            finally:
                await asyncio.shield(asyncio.to_thread(self._shared.give_back, host))

    def close(self, host: str) -> None:
        """Nothing more will be asked of `host`: turns there need no waiting."""
        self._closed.add(host)

    def reopen(self, host: str) -> None:
        """`host` is asked again, at its pace."""
        self._closed.discard(host)

    async def hold_off(self, host: str, seconds: float) -> None:
        """Nobody asks `host` anything for so many seconds from now."""
        until = asyncio.get_running_loop().time() + seconds
        self._not_before[host] = max(until, self._not_before.get(host, 0.0))
        if self._shared:
            await asyncio.to_thread(self._shared.hold_off, host, seconds)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The wait that Retry-After asks for, in seconds or as an HTTP date (RFC 9110, 10.2.3); None without one.

    A date is held against the site's own clock (Date), so that ours does not matter.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    when = _date(text)
    return max(0.0, (when - (_date(headers.get("date", "")) or datetime.now(UTC))).total_seconds()) if when else None


def _date(text: str) -> datetime | None:
    """An HTTP date; None when it is none."""
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)

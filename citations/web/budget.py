"""The day's budget: how many requests were made of a host, or with the key of an API, and how many more may be.

Everybody who shares a database counts together. A few requests are taken at a time, so that counting costs little, and
those that were not made are given back at the end; whoever is killed loses at most one in a hundred of a budget.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Protocol

TAKEN_AT_ONCE = 25
_SHARE_AT_ONCE = 100  # a hundredth of a day's budget, at the most


class SharedCounts(Protocol):
    """Requests of each day by name, counted by all programs together; each call a short wait for a database."""

    def today(self) -> date:
        """The day by which all count."""

    def take(self, day: date, name: str, wanted: int, most: int) -> bool:
        """Count `wanted` more; False, and nothing counted, where that were more than `most` (0: any number)."""

    def give_back(self, day: date, unused: Mapping[str, int]) -> None:
        """Count so many less of each name."""


class Budget:
    """Requests by name and day (UTC). Without `shared` counts it counts for itself."""

    def __init__(self, shared: SharedCounts | None = None) -> None:
        self._shared = shared or _OwnCounts()
        self._at_hand: dict[str, tuple[date, int]] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def spend(self, name: str, most: int) -> bool:
        """Count one request of today; False, and nothing counted, when `most` are made (0: no limit)."""
        today = self._shared.today()
        async with self._locks[name]:
            day, left = self._at_hand.get(name, (today, 0))
            if day != today or not left:
                left = await self._take(today, name, most)
            self._at_hand[name] = today, max(0, left - 1)
            return left > 0

    async def close(self) -> None:
        """Give back what was not used."""
        for day in {day for day, _ in self._at_hand.values()}:
            unused = {name: left for name, (taken_on, left) in self._at_hand.items() if taken_on == day and left}
            await asyncio.to_thread(self._shared.give_back, day, unused)
        self._at_hand.clear()

    async def _take(self, day: date, name: str, most: int) -> int:
        some = min(TAKEN_AT_ONCE, max(1, most // _SHARE_AT_ONCE)) if most else TAKEN_AT_ONCE
        for wanted in dict.fromkeys((some, 1)):  # the last ones singly
            if await asyncio.to_thread(self._shared.take, day, name, wanted, most):
                return wanted
        return 0


class _OwnCounts:
    """The counts of one program."""

    def __init__(self) -> None:
        self._made: defaultdict[tuple[date, str], int] = defaultdict(int)

    def today(self) -> date:
        return datetime.now(UTC).date()

    def take(self, day: date, name: str, wanted: int, most: int) -> bool:
        if most and self._made[day, name] + wanted > most:
            return False
        self._made[day, name] += wanted
        return True

    def give_back(self, day: date, unused: Mapping[str, int]) -> None:
        for name, number in unused.items():
            self._made[day, name] -= number

"""How much memory a Chromium takes: that of its processes, as its own list of them has it."""

import asyncio
from collections.abc import Sequence

import psutil
from playwright.async_api import Browser as Chromium
from playwright.async_api import Error

MEGABYTE = 1_000_000


async def megabytes(chromium: Chromium) -> float:
    """The sum over its processes, what they share counted once; 0 when it will not tell, or runs elsewhere."""
    try:
        control = await chromium.new_browser_cdp_session()
        told = await control.send("SystemInfo.getProcessInfo")
        await control.detach()
    except Error:
        return 0.0
    return await asyncio.to_thread(_sum, [process["id"] for process in told["processInfo"]]) / MEGABYTE


def _sum(processes: Sequence[int]) -> int:
    return sum(_memory(process) for process in processes)


def _memory(process: int) -> int:
    """The share of a process in what it holds (Linux), what is its own alone (elsewhere), else all that it holds."""
    try:
        known = psutil.Process(process)
        try:
            told = known.memory_full_info()
        except psutil.AccessDenied:
            return int(known.memory_info().rss)
        return int(getattr(told, "pss", told.uss))
    except psutil.Error:  # it has ended since
        return 0

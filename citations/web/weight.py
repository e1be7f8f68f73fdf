"""How much memory a Chromium takes: the resident memory of its processes, as its own list of them has it."""

import psutil
from playwright.async_api import Browser as Chromium
from playwright.async_api import Error

MEGABYTE = 1_000_000


async def megabytes(chromium: Chromium) -> float:
    """The sum over its processes (what they share counts for each); 0 when it will not tell, or runs elsewhere."""
    try:
        control = await chromium.new_browser_cdp_session()
        told = await control.send("SystemInfo.getProcessInfo")
        await control.detach()
    except Error:
        return 0.0
    return sum(_resident(process["id"]) for process in told["processInfo"]) / MEGABYTE


def _resident(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:  # it has ended since
        return 0

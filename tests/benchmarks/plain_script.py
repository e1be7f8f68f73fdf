"""The peer of `checking`: the script that a good freelancer writes for the same job, with Playwright.

Chromium as Playwright starts it, a new page for every check, so many checks at a time; search, open the hit, read
selectors.
It reads and compares nothing further, keeps nothing, and is told beforehand how each site marks things up.
"""

import asyncio
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urljoin

from playwright.async_api import Browser, Error, Page, async_playwright

from citations.models import Location

SITES: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "plain_script.toml").read_text(encoding="utf-8")
)
TIMEOUT = 10_000  # milliseconds
Facts = Mapping[str, str]


async def checked(
    executable: str, origins: Mapping[str, str], jobs: Sequence[tuple[str, Location]], at_once: int
) -> list[Facts | None]:
    """What the script reads of each place on the site beside it (`origins` by id)."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable)
        limit = asyncio.Semaphore(at_once)
        found = await asyncio.gather(*(_check(browser, limit, origins, site, place) for site, place in jobs))
        await browser.close()
    return found


async def _check(
    browser: Browser, limit: asyncio.Semaphore, origins: Mapping[str, str], site: str, place: Location
) -> Facts | None:
    async with limit:
        page = await browser.new_page()
        page.set_default_timeout(TIMEOUT)
        try:
            return await _listing(
                page, SITES[site.rpartition("_")[0]], origins[site], place, place.listings.get(site, "")
            )
        except Error:
            return None
        finally:
            await page.close()


async def _listing(page: Page, site: Mapping[str, Any], origin: str, place: Location, known: str) -> Facts | None:
    address = known or await _hit(page, site, origin, place)
    if not address:
        return None
    await _open(page, site, address)
    return {name: await _text(page, selector) for name, selector in site["fields"].items()}


async def _hit(page: Page, site: Mapping[str, Any], origin: str, place: Location) -> str:
    """The address of the first result that bears the name, else of the first; blank without results."""
    words = {"name": quote_plus(place.name), "city": quote_plus(place.postal.city)}
    await _open(page, site, origin + site["search"].format(**words))
    hits = [
        (await hit.text_content(), await hit.get_attribute("href"))
        for hit in await page.query_selector_all(site["result"])
    ]
    named = [link for name, link in hits if (name or "").casefold() == place.name.casefold()]
    return urljoin(origin, next(iter([*named, *(link for _, link in hits)]), None) or "") if hits else ""


async def _open(page: Page, site: Mapping[str, Any], address: str) -> None:
    await page.goto(address)
    if "wait" in site:
        await page.wait_for_selector(site["wait"])


async def _text(page: Page, selector: str) -> str:
    element = await page.query_selector(selector)
    return (await element.text_content() or "").strip() if element else ""

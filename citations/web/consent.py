"""Consent banners: dismissed as a visitor who wants nothing of them would, refusing before agreeing."""

import tomllib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from playwright.async_api import Error
from playwright.async_api import Page as Tab

BOOK = Path(__file__).parent / "consent.toml"
SCRIPT = Path(__file__).parent / "consent.js"


async def dismiss(tab: Tab) -> str:
    """Click a banner of `tab` away; returns what was clicked, blank when there was no banner."""
    clicked = str(await tab.evaluate(_script(), _book()))
    for frame in tab.frames[1:] if not clicked else ():
        if any(part in frame.url for part in _book()["frames"]):
            with suppress(Error):  # a frame may go at any moment
                clicked = clicked or str(await frame.evaluate(_script(), _book()))
    return clicked


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads(BOOK.read_text(encoding="utf-8"))

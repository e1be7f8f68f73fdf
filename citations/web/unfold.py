"""Showing the whole of a page: values behind a click, further results behind a button or at its end."""

import re
import tomllib
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from playwright.async_api import Page as Tab

BOOK = Path(__file__).parent / "unfold.toml"
SCRIPT = Path(__file__).parent / "unfold.js"
MOST_CLICKS = 12  # in one round
_LABEL = re.compile(r">\s*([^<>]{4,60}?)\s*[.…!›»]?\s*<")


async def unfold(tab: Tab, reveal: str = "") -> tuple[int, int]:
    """Click and scroll once; returns how many things were clicked, and the height of the page before."""
    clicked, before = await tab.evaluate(_script(), [_book(), reveal, MOST_CLICKS])
    return int(clicked), int(before)


def hides_phone(html: bytes) -> bool:
    """True when a plain page has a button that shows a phone number."""
    text = html.decode("utf-8", "ignore")
    return any(unescape(label[1]).casefold() in _phone_words() for label in _LABEL.finditer(text))


@cache
def _phone_words() -> frozenset[str]:
    return frozenset(_book()["phone"])


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads(BOOK.read_text(encoding="utf-8"))

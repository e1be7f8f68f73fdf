"""What a person pastes: the address of a listing, or the text of its page."""

import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from html import escape
from pathlib import Path

from citations.audit.assist.desk import Desk, Outcome
from citations.audit.assist.queue import Key
from citations.audit.look import Looker
from citations.audit.same_page import is_web_address
from citations.models import Page
from citations.pages.address_parts import Found
from citations.pages.addresses import find_addresses
from citations.pages.document import Document
from citations.pages.phones import visible_phones
from citations.pages.text import Line
from citations.store import Arrived
from citations.words import Access, Arrival, Said

MOST_TEXT, MOST_LINES = 200_000, 2_000
NAME_STANDS_ABOVE = 12  # lines between a name and its address, at most
NEAR = 8  # lines between an address and the phone that belongs to it, at most
_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.IGNORECASE)


async def paste(desk: Desk, text: str, key: Key | None, looker: Looker | None = None) -> Outcome:
    """What becomes of a pasted address or text; `key` is the entry for which it was pasted, None when that is open.

    The address of a listing is kept as the place where that location is known to be. It is visited by `looker`
    when the directory allows programs; otherwise it is for the person to open.
    """
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        return await _address(desk, text if "://" in text else f"https://{text}", key, looker)
    return await _text(desk, text[:MOST_TEXT], key)


async def _address(desk: Desk, url: str, key: Key | None, looker: Looker | None) -> Outcome:
    directory = desk.directory_at(url) if is_web_address(url) else None
    if directory is None:
        return _told(url, Arrival.ASIDE, "that address is on none of the queue's directories")
    meant = (key[0], directory.id) if key else None
    if meant and desk.has(meant) and directory.is_listing(url):
        desk.say(meant, Said.ADDRESS, url)
    if directory.access in (Access.ASSISTED, Access.API) or looker is None:
        return _kept(desk, url, meant, f"{directory.name} is for people: open it and save the page")
    page = (await looker.look(directory, url)).page
    if page.obstacle:
        return _kept(
            desk, url, meant, f"the program may not or cannot open it ({page.obstacle.reason}): do so yourself"
        )
    return await desk.receive(replace(page, how="pasted_url"), url, opened=meant)


def _kept(desk: Desk, url: str, meant: Key | None, says: str) -> Outcome:
    if meant is None or not desk.has(meant):
        return _told(url, Arrival.ASIDE, f"{says}. Paste it for the location that it belongs to, and it is kept")
    return _told(url, Arrival.KEPT, f"kept as the listing's address; {says}")


async def _text(desk: Desk, text: str, key: Key | None) -> Outcome:
    if key is None:
        return _told("pasted text", Arrival.ASIDE, "a text does not say where it is from: paste it for its entry")
    page = text_page(text, desk.locations[key[0]].country, desk.directories[key[1]].name)
    return await desk.receive(page, "pasted text", meant=key)


def text_page(text: str, country: str, site: str = "") -> Page:
    """A copied text as a page: from the business's name on, a paragraph a line, the name as its heading.

    `site` is the directory's own name, which stands in its header and is no business. A whole page holds
    numbers of the site itself; those that stand far from the address are left out.
    """
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()][:MOST_LINES]
    lines = [line for line in lines if line.casefold() != site.casefold()]
    address = _address_in(lines, country)
    name = _name_above(lines, address) if address else -1
    kept = lines[max(name, 0) :]
    if address:
        near = range(address.first - max(name, 0) - NEAR, address.last - max(name, 0) + NEAR + 1)
        far = _with_numbers(kept, country) - set(near)
        kept = [line for place, line in enumerate(kept) if place not in far]
    heading = "h1" if name >= 0 else "p"
    body = "".join(f"<{heading}>{escape(line)}</{heading}>" for line in kept[:1])
    body += "".join(f"<p>{escape(line)}</p>" for line in kept[1:])
    html = f'<!doctype html><html lang="en-{escape(country)}"><body>{body}</body></html>'
    headers = {"content-type": "text/html; charset=utf-8"}
    return Page("", "", 200, headers, html.encode("utf-8", "replace"), "pasted_text", datetime.now(UTC))


def _address_in(lines: list[str], country: str) -> Found | None:
    """The most complete address, the first among equals."""
    found = list(find_addresses(_shown(lines), (country,)))
    return max(found, key=lambda one: (one.completeness, -one.first), default=None)


def _name_above(lines: list[str], address: Found) -> int:
    """Where the name stands: the nearest line above the address that can be one; -1 when there is none.

    A line that holds the city says what the business is and where ("Florist in Newton").
    """
    city = address.address.city.casefold()
    for place in range(address.first - 1, max(-1, address.first - 1 - NAME_STANDS_ABOVE), -1):
        line = lines[place]
        if not any(pattern.search(line) for pattern in _not_a_name()) and not (city and city in line.casefold()):
            return place
    return -1


def _with_numbers(lines: list[str], country: str) -> set[int]:
    """The places of lines that hold a phone number."""
    return {place for place, line in enumerate(_shown(lines)) if any(visible_phones([line], (country,)))}


def _shown(lines: list[str]) -> list[Line]:
    return Document("".join(f"<p>{escape(line)}</p>" for line in lines)).lines


@cache
def _not_a_name() -> list[re.Pattern[str]]:
    table = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
    return [re.compile(pattern, re.IGNORECASE) for pattern in table["not_a_name"]]


def _told(name: str, word: Arrival, says: str) -> Outcome:
    return Outcome(Arrived("", name, word, says, name if "://" in name else ""))

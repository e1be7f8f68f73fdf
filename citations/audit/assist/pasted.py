"""What a person pastes: the address of a listing, or the text of its page."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import escape

from citations.audit.assist.desk import Desk, Outcome
from citations.audit.assist.queue import Key
from citations.audit.look import Looker
from citations.audit.same_page import is_web_address
from citations.models import Page
from citations.pages.addresses import find_addresses
from citations.pages.document import Document
from citations.pages.phones import visible_phones
from citations.store import Arrived
from citations.words import Access, Arrival, Said

MOST_TEXT, MOST_LINES = 200_000, 2_000
_NAME_STANDS_ABOVE = 12  # lines between a name and its address or phone in a block that was copied alone
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
    page = text_page(text, desk.locations[key[0]].country)
    return await desk.receive(page, "pasted text", meant=key)


def text_page(text: str, country: str) -> Page:
    """A copied text as a page: a paragraph a line, the line that is the business's name as its heading."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()][:MOST_LINES]
    name = _name(lines, country)
    body = "".join(f"<h1>{escape(x)}</h1>" if place == name else f"<p>{escape(x)}</p>" for place, x in enumerate(lines))
    html = f'<!doctype html><html lang="en-{escape(country)}"><body>{body}</body></html>'
    headers = {"content-type": "text/html; charset=utf-8"}
    return Page("", "", 200, headers, html.encode("utf-8", "replace"), "pasted_text", datetime.now(UTC))


def _name(lines: list[str], country: str) -> int:
    """Where the name stands, -1 when that cannot be told.

    It is the first line of a block that was copied alone; of a whole page, the line above the address that
    the page repeats most often.
    """
    first = _first_value(lines, country)
    if first <= 0:
        return -1
    if first <= _NAME_STANDS_ABOVE:
        return 0
    above = [line for line in dict.fromkeys(lines[:first]) if len(line) > 3]
    repeats = {line: sum(f" {line} " in f" {other} " for other in lines) for line in above}
    most = max(repeats.values(), default=0)
    often = [line for line, times in repeats.items() if times == most]
    return lines.index(often[0]) if most > 1 and len(often) == 1 else -1


def _first_value(lines: list[str], country: str) -> int:
    """Where the first address or phone stands; the number of lines when there is none."""
    document = Document("".join(f"<p>{escape(line)}</p>" for line in lines))
    addresses = (found.first for found in find_addresses(document.lines, (country,)))
    numbers = {number for number, _ in visible_phones(document.lines, (country,))}
    phones = (place for place, line in enumerate(lines) if any(number in line for number in numbers))
    return min((*addresses, *phones), default=len(lines))


def _told(name: str, word: Arrival, says: str) -> Outcome:
    return Outcome(Arrived("", name, word, says, name if "://" in name else ""))

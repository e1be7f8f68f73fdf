"""What a person pastes: the address of a listing, or the text of its page."""

import re
from dataclasses import replace

from citations.audit.assist.copied_text import may_be_a_listing, text_page
from citations.audit.assist.desk import Desk
from citations.audit.assist.outcome import Outcome
from citations.audit.assist.queue import Key
from citations.audit.look import Looker
from citations.directory import Directory
from citations.same_page import is_web_address
from citations.store import Arrived
from citations.words import Access, Arrival, Said

MOST_TEXT = 200_000  # characters
_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.IGNORECASE)


async def paste(desk: Desk, text: str, key: Key | None, looker: Looker | None = None) -> Outcome:
    """What becomes of a pasted address or text; `key` is the entry for which it was pasted, None when that is open.

    The address of a listing is kept as the place where that location is known to be. It is visited by `looker`
    when the directory allows programs; otherwise it is for the person to open. An address of another directory than
    the entry's is refused.
    """
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        return await _address(desk, _with_scheme(text), key, looker)
    return await _text(desk, text[:MOST_TEXT], key)


async def paste_copied(desk: Desk, text: str, key: Key, looker: Looker | None = None) -> Outcome | None:
    """What becomes of a text or an address that was copied while the entry `key` was open.

    A person copies all sorts of things: what is neither an address in the queue's directories nor shows the
    address or phone of a business gives None, and of what settles nothing nothing is kept.
    """
    text = text.strip()
    if _ADDRESS.fullmatch(text):
        url = _with_scheme(text)
        return await _address(desk, url, key, looker) if desk.directory_at(url) else None
    if not may_be_a_listing(text[:MOST_TEXT], desk.locations[key[0]].country):
        return None
    return await _text(desk, text[:MOST_TEXT], key, is_passing=True)


def _with_scheme(text: str) -> str:
    return text if "://" in text else f"https://{text}"


async def _address(desk: Desk, url: str, key: Key | None, looker: Looker | None) -> Outcome:
    if not is_web_address(url):
        return _told(url, Arrival.ASIDE, "it is no address that a browser opens")
    directory, why_not = desk.directory_at(url), desk.elsewhere(url, key)
    if directory is None or why_not:
        return _told(url, Arrival.ASIDE, why_not)
    if key and directory.is_listing(url):
        desk.say(key, Said.ADDRESS, url)
    if directory.access in (Access.ASSISTED, Access.API) or looker is None:
        return _left_to_the_person(directory, url, key, f"{directory.name} is for people: open it and save the page")
    page = (await looker.look(directory, url)).page
    if page.obstacle:
        says = f"the program may not or cannot open it ({page.obstacle.reason}): do so yourself"
        return _left_to_the_person(directory, url, key, says)
    return await desk.receive(replace(page, how="pasted_url"), url, opened=key)


def _left_to_the_person(directory: Directory, url: str, key: Key | None, says: str) -> Outcome:
    if not directory.is_listing(url):
        return _told(url, Arrival.ASIDE, f"that is not the address of a listing, and was not kept; {says}")
    if key is None:
        return _told(url, Arrival.ASIDE, f"{says}. Paste it for the location that it belongs to, and it is kept")
    return _told(url, Arrival.KEPT, f"kept as the listing's address; {says}")


async def _text(desk: Desk, text: str, key: Key | None, *, is_passing: bool = False) -> Outcome:
    if key is None:
        return _told("pasted text", Arrival.ASIDE, "a text does not say where it is from: paste it for its entry")
    page = text_page(text, desk.locations[key[0]].country, desk.directories[key[1]].name)
    return await desk.receive(page, "pasted text", meant=key, is_passing=is_passing)


def _told(name: str, word: Arrival, says: str) -> Outcome:
    return Outcome(Arrived("", name, word, says, name if "://" in name else ""))

"""The text of a listing, copied from its page: which of its lines are about the business."""

import re
import tomllib
from datetime import UTC, datetime
from functools import cache
from html import escape
from pathlib import Path

from citations.models import Page
from citations.pages.address_parts import Found
from citations.pages.addresses import find_addresses
from citations.pages.document import Document
from citations.pages.phones import visible_phones
from citations.pages.text import Line

AS_TEXT = frozenset({"pasted_text", "saved_pdf"})  # ways by which a page comes without its markup
MOST_LINES = 2_000
NAME_STANDS_ABOVE = 12  # lines between a name and its address, at most
NEAR = 8  # lines between an address and the phone that belongs to it, at most
COPIED_ALONE = 12  # lines of a text that is no whole page, at most


def text_page(text: str, country: str, site: str = "") -> Page:
    """A copied text as a page: from the business's name on, a paragraph a line, the name as its heading.

    `site` is the directory's own name, which stands in its header and is no business. A whole page also shows
    other businesses, and numbers of the site itself: what follows a heading such as "Similar businesses" is
    left out, and so are numbers that stand far from the address.
    """
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()][:MOST_LINES]
    lines = _without_others([line for line in lines if line.casefold() != site.casefold()], country)
    address = _address_in(lines, country)
    name = _name(lines, address)
    kept = lines[max(name, 0) :]
    if address:
        first, last = address.first - max(name, 0) - NEAR, address.last - max(name, 0) + NEAR
        far = _with_numbers(kept, country) - set(range(first, last + 1))
        kept = [line for place, line in enumerate(kept) if place not in far]
    return _page(kept, country, has_name=name >= 0)


def may_be_a_listing(text: str, country: str) -> bool:
    """True when several lines were copied and there is an address or a phone number among them."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()][:MOST_LINES]
    return len(lines) > 1 and bool(_with_numbers(lines, country) or _address_in(lines, country))


def _page(lines: list[str], country: str, *, has_name: bool) -> Page:
    heading = "h1" if has_name else "p"
    body = "".join(f"<{heading}>{escape(line)}</{heading}>" for line in lines[:1])
    body += "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
    html = f'<!doctype html><html lang="en-{escape(country)}"><body>{body}</body></html>'
    headers = {"content-type": "text/html; charset=utf-8"}
    return Page("", "", 200, headers, html.encode("utf-8", "replace"), "pasted_text", datetime.now(UTC))


def _without_others(lines: list[str], country: str) -> list[str]:
    """The lines up to the first heading over other businesses; a menu above the business has such words as well."""
    numbers = _with_numbers(lines, country)
    for place, line in enumerate(lines):
        if _any_of("others_begin", line) and any(number < place for number in numbers):
            return lines[:place]
    return lines


def _address_in(lines: list[str], country: str) -> Found | None:
    """The most complete address, the first among equals."""
    found = list(find_addresses(_shown(lines), (country,)))
    return max(found, key=lambda one: (one.completeness, -one.first), default=None)


def _name(lines: list[str], address: Found | None) -> int:
    """Where the name stands: the nearest line above the address that can be one; -1 when there is none.

    A line that holds the city mostly says what the business is and where ("Florist in Newton"): it is taken
    only when no other can be the name. Without an address, a text that was copied alone begins with the name.
    """
    if address is None:
        return 0 if len(lines) <= COPIED_ALONE and lines and not _any_of("not_a_name", lines[0]) else -1
    city = address.address.city.casefold()
    above = range(address.first - 1, max(-1, address.first - 1 - NAME_STANDS_ABOVE), -1)
    possible = [place for place in above if not _any_of("not_a_name", lines[place])]
    without_city = [place for place in possible if not city or city not in lines[place].casefold()]
    return next(iter(without_city or possible), -1)


def _with_numbers(lines: list[str], country: str) -> set[int]:
    """The places of lines that hold a phone number."""
    return {place for place, line in enumerate(_shown(lines)) if any(visible_phones([line], (country,)))}


def _shown(lines: list[str]) -> list[Line]:
    return Document("".join(f"<p>{escape(line)}</p>" for line in lines)).lines


def _any_of(table: str, line: str) -> bool:
    return any(pattern.search(line) for pattern in _patterns(table))


@cache
def _patterns(table: str) -> list[re.Pattern[str]]:
    tables = tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))
    return [re.compile(pattern, re.IGNORECASE) for pattern in tables[table]]

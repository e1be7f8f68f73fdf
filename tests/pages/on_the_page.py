"""Whether what was read of a page is on it: every name and phone in one piece, every word of an address."""

import base64
import html
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from citations.models import Listing, Reading
from citations.postal import Address

_BASE64 = re.compile(r"(?:!2z|=[\"'])([A-Za-z0-9+/_-]{8,400})")  # in the address of a map, or a whole attribute
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|\\([/\"'nrtbf])")


def not_on_the_page(page: str, reading: Reading) -> list[str]:
    """The values of `reading` that `page` does not hold, neither as text nor escaped in a script or an address."""
    whole = _letters(_all_of(page))
    read = (value for listing in (*reading, *reading.sponsored) for value in _values(listing))
    return [value for value in read if _letters(value) not in whole]


def _values(listing: Listing) -> Iterator[str]:
    yield from (listing.name, *listing.phones, *listing.categories, *listing.languages, listing.updated)
    address = listing.address
    if isinstance(address, Address):
        parts = (address.street, address.number, address.unit, address.city, address.region, address.postcode)
        yield from (word for part in parts for word in part.split())
    elif address:
        yield from address.split()


def _all_of(page: str) -> str:
    plain = html.unescape(page)
    tree = LexborHTMLParser(page)
    text = tree.root.text(deep=True) if tree.root else ""
    kept = " ".join(_decoded(found) for found in _BASE64.findall(plain))
    return " ".join(
        (plain, _unescaped(plain), _unescaped(_unescaped(plain)), unquote(plain), html.unescape(text), kept)
    )


def _decoded(text: str) -> str:
    whole = text + "=" * (-len(text) % 4)
    try:
        return base64.urlsafe_b64decode(whole).decode(errors="replace")
    except ValueError:
        return ""


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _meant(found[0]), text)


def _meant(escape: str) -> str:
    code = escape.replace("\\x", "\\u00").replace("\\'", "'")
    return str(json.loads(f'"{code}"')) if code.startswith("\\") else code


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())

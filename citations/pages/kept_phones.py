"""Telephone numbers that a page keeps until somebody clicks: in attributes made for them, or in what is hidden yet."""

import base64
import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from citations.pages.document import Document
from citations.pages.phones import is_fax, is_phone
from citations.pages.text import HIDDEN, clean

READER = "attribute"
_TEL = re.compile(r"\btel:(?://)?(?P<number>\+?[\d().\s-]{5,25})", re.IGNORECASE)
_IN_OBJECT = re.compile(r"\"(?:\w*phone\w*|tel|number)\"\s*:\s*\"(?P<number>[^\"]{5,30})\"", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,80}={0,2}")
_URL_SAFE = str.maketrans("-_", "+/")
_NUMBER = re.compile(r"\+?[\d(][\d\s().\-/]{5,25}")
_MOST, _LONGEST = 100, 2_000  # elements; characters of an attribute


def kept_phones(root: LexborNode | None, document: Document) -> Iterator[str]:
    """The numbers kept below `root` in the parts of the page that speak for its subject, as they are written."""
    if root is None:
        return
    names = document.phone_attributes
    for node in root.css(", ".join(f"[{name}]" for name in names))[:_MOST] if names else ():
        if not document.speaks_for_subject(node) or is_fax(clean(node.text())[:100]):
            continue
        for name in names:
            given = (node.attributes.get(name) or "").strip()
            number = _number(given, is_code=name in ("onclick", "data-href")) if given else ""
            if number and is_phone(number, document.countries, labelled=True):
                yield number
    yield from islice(_hidden(root, document), _MOST)


def _number(given: str, *, is_code: bool) -> str:
    """The number in an attribute: behind tel:, in an object, in base64, or all of it; code counts behind tel: alone."""
    if len(given) > _LONGEST:
        return ""
    found = _TEL.search(given) or _IN_OBJECT.search(given)
    if found or is_code:
        return found["number"].strip() if found else ""
    return next((text for text in (given, _decoded(given)) if _NUMBER.fullmatch(text)), "")


def _decoded(text: str) -> str:
    """What stands in base64; blank for what does not."""
    if not _BASE64.fullmatch(text):
        return ""
    try:
        plain = base64.b64decode(text.translate(_URL_SAFE) + "=" * (-len(text) % 4), validate=True).decode("ascii")
    except ValueError:
        return ""
    return plain.strip().removeprefix("tel:")


def _hidden(root: LexborNode, document: Document) -> Iterator[str]:
    """The numbers that elements hold which are named after a phone and are not shown yet."""
    for node in root.css("[class*=phone i], [id*=phone i], [class*=telefon i], [id*=telefon i]")[:_MOST]:
        if document.regions.get(node.mem_id) != HIDDEN or node.parent is None:
            continue
        text = clean(node.text(separator=" "))
        is_whole = bool(_NUMBER.fullmatch(text)) and is_phone(text, document.countries, labelled=True)
        if is_whole and document.speaks_for_subject(node.parent):
            yield text

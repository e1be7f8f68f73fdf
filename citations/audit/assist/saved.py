"""Pages that a person's browser saved: HTML, MHTML and Safari's web archives, with the address they came from.

The files are hostile: whatever is in them ends as a page or as one sentence.
"""

import plistlib
import re
import struct
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import PurePath
from xml.parsers.expat import ExpatError

from citations.pages.document import Document
from citations.pages.encoding import decode
from citations.same_page import is_web_address

ENDINGS = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".pdf"})
ROOM_FOR_PICTURES = 12  # an archive may be so many times larger than the page in it

_START, _HEAD = 200, 20_000
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{1,4000}?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,4000})", re.IGNORECASE)
_MARKUP = re.compile(r"<(!doctype\s+html|html|head|body|main|article|div|section|table|h1|p)\b", re.IGNORECASE)
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


class NotAPageError(ValueError):
    """The file is no page that can be read; the text says why."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as it was saved: its bytes, where it came from (blank when it does not say), its Content-Type."""

    html: bytes
    url: str = ""
    content_type: str = "text/html"


def open_saved(data: bytes, name: str, largest: int) -> SavedPage:
    """The page in a saved file called `name`; its HTML has at most `largest` bytes. Raises NotAPageError."""
    if len(data) > largest * ROOM_FOR_PICTURES:
        raise NotAPageError(f"the file is larger than {largest * ROOM_FOR_PICTURES / 1e6:.3g} MB")
    page = _opened(data, PurePath(name).suffix.lower())
    if len(page.html) > largest:
        raise NotAPageError(f"the page in it is larger than {largest / 1e6:.3g} MB")
    text = decode(page.html, page.content_type)
    if "\0" in text[:_START] or not _MARKUP.search(text):  # a picture may have "<p" in it by chance
        raise NotAPageError("there is no HTML in it; save the page with your browser's “Save page as”")
    url = next(filter(is_web_address, (page.url, *_noted(text), _declared(text))), "")
    return SavedPage(page.html, url, page.content_type)


def _opened(data: bytes, ending: str) -> SavedPage:
    if ending == ".webarchive" or data.startswith(b"bplist00"):
        return _web_archive(data)
    if ending in (".mhtml", ".mht") or _looks_like_mail(data):
        return _mhtml(data)
    return SavedPage(data)


def _looks_like_mail(data: bytes) -> bool:
    head = data[:4000].lower()
    return b"mime-version:" in head and b"multipart/related" in head and not head.lstrip().startswith(b"<")


def _mhtml(data: bytes) -> SavedPage:
    """The root page of a MIME archive: the part that it names, else the first HTML in it."""
    try:
        archive = message_from_bytes(data)
        snapshot = _address(archive, "Snapshot-Content-Location")
        root = _root(archive, snapshot)
        body = root.get_payload(decode=True) if root else None
        charset = (root.get_content_charset() if root else "") or ""
        url = snapshot or (_address(root, "Content-Location") if root else "")
    except (*_BROKEN, LookupError) as error:
        raise NotAPageError(f"the archive is broken: {type(error).__name__}") from error
    if not isinstance(body, bytes):
        raise NotAPageError("the archive holds no HTML page")
    return SavedPage(body, url, f"text/html; charset={charset}" if charset else "text/html")


def _root(archive: Message, snapshot: str) -> Message | None:
    pages = [part for part in archive.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    named = (part for part in pages if snapshot and _address(part, "Content-Location") == snapshot)
    return next(named, pages[0] if pages else None)


def _address(part: Message, header: str) -> str:
    """An address in a header, however it was folded, and whether or not it was written in ASCII."""
    for name, value in part.raw_items():
        if name.lower() == header.lower():
            written = str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            return "".join(written.split())
    return ""


def _web_archive(data: bytes) -> SavedPage:
    """The main resource of a Safari web archive, which is a property list."""
    try:
        main = plistlib.loads(data)["WebMainResource"]
        html, url, charset = main["WebResourceData"], main["WebResourceURL"], main.get("WebResourceTextEncodingName")
    except (*_BROKEN, struct.error, ExpatError, EOFError) as error:
        raise NotAPageError(f"the web archive is broken: {type(error).__name__}") from error
    if not isinstance(html, bytes):
        raise NotAPageError("the web archive holds no page")
    return SavedPage(html, str(url), f"text/html; charset={charset}" if charset else "text/html")


def _noted(text: str) -> list[str]:
    """The addresses that browsers and SingleFile note in a comment at the top of the file."""
    head = text[:_HEAD]
    return [found[1] for pattern in (_SAVED_FROM, _SINGLE_FILE) if (found := pattern.search(head))]


def _declared(text: str) -> str:
    """The address that the page gives for itself: its canonical link or og:url."""
    with suppress(ValueError, RuntimeError):  # a tree that the parser gives up on
        return Document(text).canonical
    return ""

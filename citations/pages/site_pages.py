"""Which other pages of a business's own site say where it is: the links whose words tell so."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from citations.models import Link
from citations.pages import tables

KINDS = ("place", "contact", "about")
_NO_PAGE = re.compile(r"\.(pdf|jpe?g|png|gif|webp|svg|ics|vcf|zip|docx?|mp4)$", re.IGNORECASE)
_LONGEST = 40  # letters of a menu's entry; longer texts are sentences


def inner_links(links: Iterable[Link], url: str) -> Iterator[Link]:
    """The links to other pages of the host of `url`, each page once, in their order."""
    seen = {_page(url)}
    for link in links:
        page = _page(link.url)
        if page and page[0] == _page(url)[0] and page not in seen and not _NO_PAGE.search(page[1]):
            seen.add(page)
            yield link


def kind_of(link: Link) -> str:
    """Which kind of page a link promises: place, contact, about; blank for any other."""
    path = " ".join(_words(unquote(urlsplit(link.url).path)).split()[-4:])
    text = _words(link.text) if len(link.text) <= _LONGEST else ""
    for kind in KINDS:
        if any(_holds(text, word) or _holds(path, word) for word in _known(kind)):
            return kind
    return ""


@cache
def _known(kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for language in tables.toml("site_pages").values() for word in language[kind]))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _holds(text: str, word: str) -> bool:
    return f" {word} " in f" {text} "


def _page(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")

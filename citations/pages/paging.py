"""Results in several pages: where the next one is."""

import re

from selectolax.lexbor import LexborNode

from citations.pages.document import Document, host_of
from citations.pages.links import query_of
from citations.pages.text import clean

_PAGE_KEYS = ("page", "p", "pg", "pagenum", "pagenumber", "pageno", "seite")
_PATH_NUMBER = re.compile(r"/(?:page/|page-|seite-)?(\d{1,4})/?$", re.IGNORECASE)
_NEXT_WORDS = re.compile(
    r"(next( page)?|weiter|nächste( seite)?|suivante?|page suivante|siguiente|次へ|次のページ|次の\d+件)?\s*[›»>→]*",
    re.IGNORECASE,
)


def next_page(document: Document) -> str:
    """The address of the next page of results; blank when there is none."""
    marked = document.tree.css_first("link[rel~=next][href], a[rel~=next][href]")
    if marked:
        return document.absolute(marked.attributes.get("href") or "")
    for node in document.anchors:
        if _means_next(node):
            target = document.absolute(node.attributes.get("href") or "")
            if host_of(target) == document.host and target.partition("#")[0] != document.url.partition("#")[0]:
                return target
    return _next_number(document)


def _next_number(document: Document) -> str:
    """The link whose text is the number after this page's, and whose address carries it too."""
    here, number = _numbered(document.url)
    following = (number or 1) + 1
    for node in document.anchors:
        if clean(node.text()) != str(following):
            continue
        target = document.absolute(node.attributes.get("href") or "")
        there, said = _numbered(target)
        is_near = host_of(target) == document.host if _by_key(target) else there == here
        if said == following and is_near:
            return target
    return ""


def _numbered(url: str) -> tuple[str, int]:
    """The address of a page of results without its number, and the number; 0 for one that carries none."""
    if number := _by_key(url):
        return url, number
    path, mark, query = url.partition("#")[0].partition("?")
    found = _PATH_NUMBER.search(path)
    if not found:
        return path.rstrip("/") + mark + query, 0
    return path[: found.start()] + mark + query, int(found[1])


def _by_key(url: str) -> int:
    """The number of a page of results as its query names it; 0 when it does not."""
    return next((int(value) for key, value in query_of(url) if key.lower() in _PAGE_KEYS and value.isdecimal()), 0)


def _means_next(node: LexborNode) -> bool:
    label = clean(node.attributes.get("aria-label") or "").lower()
    text = clean(node.text())[:30]
    return label in ("next", "next page", "nächste seite", "weiter", "page suivante", "次へ", "次のページ") or bool(
        text and _NEXT_WORDS.fullmatch(text)
    )

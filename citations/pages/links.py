"""The links of a page: where each leads, what it says, its rel; which lead to a business's own site."""

import base64
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import parse_qsl, unquote, urlsplit

import tldextract
from selectolax.lexbor import LexborNode

from citations.models import Link
from citations.pages import tables
from citations.pages.document import Document, host_of
from citations.pages.tables import labels, words
from citations.pages.text import MAIN, Line, clean, region_of

_TARGET_KEYS = ("url", "u", "redirect", "redirect_url", "target", "dest", "destination", "to", "link", "website", "q")
_IN_PATH = re.compile(r"^https?://[^/]+/(?:[^?#]{0,80}/)?(https?://[^\s]+)$", re.IGNORECASE)
_KEPT_URL = re.compile(r"\"(?:url|href|link)\"\s*:\s*\"([^\"]+)\"")
_URL_SAFE = str.maketrans("-_", "+/")
_MOST_KEPT = 20
_SITE_WORDS = ("website", "web site", "webseite", "homepage", "company's site", "official site", "site web")
_HOST_TEXT = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?:/[^\s]*)?", re.IGNORECASE)
_REMEMBERED = 20_000  # hosts: pages are many
_extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def all_links(document: Document) -> tuple[Link, ...]:
    """Every anchor with a target that a visitor could follow."""
    found = (link_of(node, document) for node in document.anchors)
    return tuple(link for link in found if link.url.startswith(("http://", "https://")))


def link_of(node: LexborNode, document: Document) -> Link:
    """An anchor as a link, read once; its text is what it shows, or says to a screen reader."""
    if node.mem_id not in document.links:
        document.links[node.mem_id] = _read(node, document)
    return document.links[node.mem_id]


def _read(node: LexborNode, document: Document) -> Link:
    attributes = node.attributes
    text = clean(node.text(separator=" ")) or clean(attributes.get("aria-label") or attributes.get("title") or "")
    rel = tuple((attributes.get("rel") or "").lower().split())
    return Link(document.absolute(attributes.get("href") or ""), text[:300], rel)


def website_link(document: Document, nodes: list[LexborNode], lines: Sequence[Line] = ()) -> Link | None:
    """The link among `nodes` that leads to the business's own site.

    It is labelled so, by itself or by the line before it in `lines`, or it shows the site's address.
    """
    under_label = _after_label(lines)
    labelled, plain = [], []
    for node in nodes:
        link = link_of(node, document)
        target = unwrapped(link)
        if not is_foreign(target, document):
            target = shown_website(link)
        if not is_foreign(target, document):
            continue
        found = Link(target, link.text, link.rel, link.url if target != link.url else "")
        if _is_label(link.text) or node.mem_id in under_label or _names_website(node):
            labelled.append(found)
        elif _HOST_TEXT.fullmatch(link.text):
            plain.append(found)
    return next(iter(labelled + plain), None)


def kept_websites(document: Document) -> Iterator[Link]:
    """Websites that the page's main part keeps in attributes made for them, which a script opens."""
    names = tables.toml("markup")["website_attributes"]
    for node in document.tree.css(", ".join(f"[{name}]" for name in names))[:_MOST_KEPT]:
        if region_of(node, document.regions) == MAIN:
            for name in names:
                kept = node.attributes.get(name) or ""
                inner = _KEPT_URL.search(kept)
                target = decoded(inner[1] if inner else kept)
                if is_foreign(target, document):
                    yield Link(target, clean(node.text(separator=" "))[:300])


def main_anchors(document: Document) -> list[LexborNode]:
    """The anchors in the part of the page that is about its subject."""
    nodes = document.anchors
    return [node for node in nodes if region_of(node, document.regions) == MAIN]


def unwrapped(link: Link) -> str:
    """Where a link leads behind a redirector that names its target in its query or path, plain or in base64."""
    for key, given in query_of(link.url):
        value = decoded(given) if key.lower() in _TARGET_KEYS else ""
        if _HOST_TEXT.fullmatch(value):
            return value if "://" in value else f"http://{value}"
    inner = _IN_PATH.search(unquote(link.url))
    return inner[1] if inner else link.url


def followed(link: Link) -> Link:
    """`link` as one to where it leads in the end, with the redirector that it leads through."""
    target = unwrapped(link)
    return Link(target, link.text, link.rel, link.url if target != link.url else "")


def shown_website(link: Link) -> str:
    """The address that a link shows as its text, for a redirector that hides its target."""
    if not _HOST_TEXT.fullmatch(link.text):
        return ""
    return link.text if "://" in link.text else f"http://{link.text}"


def decoded(text: str) -> str:
    """An address that a page hides in base64; the text itself when it is none."""
    try:
        padded = text.translate(_URL_SAFE) + "=" * (-len(text) % 4)
        plain = base64.b64decode(padded, validate=True).decode()
    except ValueError:
        return text
    return plain if plain.startswith("http") else text


def is_business_site(url: str, document: Document, name: str = "") -> bool:
    """True when a `url` in structured data is the business's own site and not its page in this directory.

    Where the directory is not known, an address on the page's own host counts when it is the home
    page or the host is named after the business.
    """
    if document.directory and "*" in document.directory.domains:
        return site(url) == site(document.url)
    if is_foreign(url, document):
        return True
    if document.directory or site(url) != site(document.url):
        return False
    letters = re.sub(r"\W", "", name.lower())
    stem = re.sub(r"\W", "", _extract(url).domain)
    return urlsplit(url).path in ("", "/") or bool(stem and (stem in letters or (letters and letters in stem)))


def is_foreign(url: str, document: Document) -> bool:
    """True when `url` leads off the page's own site and to no social network, map or shop."""
    host = host_of(url)
    if not url.startswith(("http://", "https://")) or not host or is_social(host):
        return False
    if document.directory and "*" not in document.directory.domains and document.directory.owns(url):
        return False
    return site(url) != site(document.url)


@lru_cache(maxsize=_REMEMBERED)
def is_social(host: str) -> bool:
    """True for hosts that are never a business's own site."""
    known = words("social_hosts")
    pieces = host.split(".")
    if any(".".join(pieces[start:]) in known for start in range(len(pieces))):
        return True
    return _extract(host).domain == "google"


def site(url: str) -> str:
    """What belongs together: the registrable domain, or host and port where there is none (loopback)."""
    try:
        return _registrable((urlsplit(url).netloc or url.partition("/")[0]).lower())
    except ValueError:
        return ""


@lru_cache(maxsize=_REMEMBERED)
def _registrable(netloc: str) -> str:
    return _extract(netloc).top_domain_under_public_suffix or netloc


def query_of(url: str) -> Iterator[tuple[str, str]]:
    """The keys and values of an address; none for one that cannot be taken apart."""
    try:
        yield from parse_qsl(urlsplit(url).query)
    except ValueError:
        return


def _after_label(lines: Sequence[Line]) -> set[int]:
    """The elements of the lines that follow the label "Website"."""
    return {after.node.mem_id for line, after in pairwise(lines) if _is_label(line.text)}


def _is_label(text: str) -> bool:
    plain = text.lower().strip(" :›»>→")
    return plain in labels("website") or (len(plain) < 40 and any(word in plain for word in _SITE_WORDS))


def _names_website(node: LexborNode) -> bool:
    attributes = node.attributes
    words_of = (
        f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('itemprop') or ''}".lower()
    )
    return "website" in words_of or "homepage" in words_of

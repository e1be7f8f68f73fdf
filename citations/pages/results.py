"""Results pages: each card a listing of its own, read without knowing what was searched for."""

import re
from collections.abc import Sequence
from string import Formatter
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

from citations.directory import Directory
from citations.models import Listing
from citations.pages import structured
from citations.pages.blocks import blocks
from citations.pages.card import read_card
from citations.pages.document import Document
from citations.pages.draft import overlaid
from citations.pages.selectors import find
from citations.pages.text import clean

_MOST = 300


def is_search(url: str, directory: Directory) -> bool:
    """True when `url` has the shape of one of the directory's searches: its path, and its query's keys."""
    return any(_has_shape(url, search.url) for search in directory.searches)


def cards(document: Document) -> list[Listing]:
    """The listings on a results page, in the order they are shown; sponsored ones are left out."""
    listed = [entity.listing for entity in structured.from_jsonld(document) if _is_result(entity, document)]
    nodes = _card_nodes(document)
    shown = [card for node in nodes if (card := read_card(node, document))]
    if document.directory and document.directory.card and shown:
        return [_completed(card, listed) for card in shown]
    if listed:
        return [_completed(listing, shown) for listing in listed]
    return shown or [entity.listing for entity in structured.from_microdata(document) if _is_result(entity, document)]


def has_cards(document: Document) -> bool:
    """True when the page holds what the directory calls a card."""
    return bool(document.directory and document.directory.card and _card_nodes(document))


def no_results(document: Document) -> str:
    """The page's own words, among those that its directory uses, that it found nothing; blank when it says none."""
    text = "\n".join(line.text for line in document.lines)
    folded = clean(text).casefold()
    for phrase in document.directory.no_results if document.directory else ():
        if isinstance(phrase, int):
            if document.status == phrase:
                return str(phrase)
        elif clean(phrase).casefold() in folded:
            start = folded.index(clean(phrase).casefold())
            return clean(text)[start : start + max(len(phrase), 80)].strip()
    return ""


def has_marker(document: Document) -> bool:
    """True when the directory's marker proves that a results page was served."""
    marker = document.directory.results_marker if document.directory else ""
    if not marker:
        return False
    if document.root is not None and find(document.root, marker):
        return True
    return any(marker.casefold() in line.text.casefold() for line in document.lines)


def _has_shape(url: str, template: str) -> bool:
    wanted, given = urlsplit(template), urlsplit(url)
    keys = set(parse_qs(wanted.query, keep_blank_values=True))
    says_nothing = not keys and not re.search(r"[a-z]", re.sub(r"{\w+}", "", wanted.path), re.IGNORECASE)
    if says_nothing or not keys <= set(parse_qs(given.query, keep_blank_values=True)):
        return False
    return bool(re.fullmatch(_path_pattern(wanted.path), given.path))


def _path_pattern(path: str) -> str:
    return "".join(
        re.escape(text) + ("[^/]*" if name is not None else "") for text, name, _, _ in Formatter().parse(path)
    )


def _is_result(entity: structured.Entity, document: Document) -> bool:
    """A business that the page lists; not the directory itself, whose name is on every page."""
    listing, directory = entity.listing, document.directory
    if not listing.name or (directory and listing.name.casefold() == directory.name.casefold()):
        return False
    return entity.in_list or entity.rank == 3 or bool(directory and directory.listing_pattern and listing.url)


def _completed(card: Listing, others: Sequence[Listing]) -> Listing:
    """`card` with what another reading of the same result adds."""
    twins = [other for other in others if _is_twin(card, other)]
    return overlaid([card, *twins[:1]])


def _is_twin(one: Listing, other: Listing) -> bool:
    if one.url and other.url:
        return one.url == other.url
    return one.name.casefold() == other.name.casefold()


def _card_nodes(document: Document) -> list[LexborNode]:
    directory = document.directory
    if directory is None or document.root is None:
        return []
    nodes = find(document.root, directory.card) if directory.card else list(blocks(document.listing_anchors))
    advertised = _sponsored(document)
    return [node for node in nodes[:_MOST] if not _lies_in(node, advertised) and not _holds(node, directory)]


def _sponsored(document: Document) -> set[int]:
    directory = document.directory
    if directory is None or not directory.sponsored or document.root is None:
        return set()
    return {node.mem_id for node in find(document.root, directory.sponsored)}


def _lies_in(node: LexborNode | None, outer: set[int]) -> bool:
    while node is not None and outer:
        if node.mem_id in outer:
            return True
        node = node.parent
    return False


def _holds(node: LexborNode, directory: Directory) -> bool:
    return bool(directory.sponsored and find(node, directory.sponsored))

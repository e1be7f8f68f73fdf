"""Results pages: each card a listing of its own, read without knowing what was searched for."""

import re
from collections.abc import Iterable, Sequence
from string import Formatter
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

from citations.directory import Directory
from citations.models import Listing
from citations.pages import state, structured
from citations.pages.blocks import blocks
from citations.pages.card import read_card
from citations.pages.document import Document
from citations.pages.draft import overlaid
from citations.pages.selectors import find
from citations.pages.tables import labels
from citations.pages.text import clean

_MOST = 300


def is_search(url: str, directory: Directory) -> bool:
    """True when `url` has the shape of one of the directory's searches: its path, and its query's keys."""
    return any(_has_shape(url, search.url) for search in directory.searches)


def cards(document: Document) -> list[Listing]:
    """The listings on a results page, in the order they are shown; sponsored ones are left out."""
    listed = [entity.listing for entity in structured.from_jsonld(document) if _is_result(entity, document)]
    shown = _read(document, (node for node, is_advertised in _card_nodes(document) if not is_advertised))
    kept = _in_state(document)
    if document.directory and document.directory.card and shown:
        return _joined([_completed(card, listed) for card in shown], kept)
    if listed:
        return [_completed(listing, shown) for listing in listed]
    marked = [entity.listing for entity in structured.from_microdata(document) if _is_result(entity, document)]
    if len(kept) > len(shown):
        return _joined(kept, shown)
    return _joined(shown, kept) if shown else marked or kept


def sponsored(document: Document) -> list[Listing]:
    """The cards that the directory's `sponsored`, or a label on them, calls advertisements, in order."""
    advertised = state.sponsored(document)
    shown = _read(document, (node for node, is_advertised in _card_nodes(document) if is_advertised))
    return _joined(shown, advertised)


def has_more(document: Document) -> bool:
    """True when the page holds what the directory calls the sign of further results behind a button."""
    more = document.directory.more if document.directory else ""
    return bool(more and document.root is not None and find(document.root, more))


def has_cards(document: Document) -> bool:
    """True when the page holds what the directory calls a card."""
    return bool(document.directory and document.directory.card and not all(ad for _, ad in _card_nodes(document)))


def no_results(document: Document) -> str:
    """The page's own words, among those that its directory uses, that it found nothing; blank when it says none."""
    for phrase in document.directory.no_results if document.directory else ():
        if isinstance(phrase, int):
            said = str(phrase) if document.status == phrase else ""
        else:
            said = _said(document, clean(phrase))
        if said:
            return said
    return ""


def _said(document: Document, phrase: str) -> str:
    """`phrase` as the main content says it, with what follows on it; blank when it does not."""
    start = document.main_text.casefold().find(phrase.casefold())
    return document.main_text[start : start + max(len(phrase), 80)].strip() if start >= 0 else ""


def is_proven(document: Document, *, found_any: bool) -> bool:
    """True when a results page was served: the directory's marker is there.

    Where it names no marker, listings or the word that there are none (`found_any`) have to do.
    """
    marker = document.directory.results_marker if document.directory else ""
    if not marker:
        return found_any
    if document.root is not None and find(document.root, marker):
        return True
    return bool(_said(document, clean(marker)))


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


def _in_state(document: Document) -> list[Listing]:
    """The results that the page's scripts hold: with a page of their own, where the directory says how that looks."""
    takes_a_page = bool(document.directory and document.directory.listing_pattern)
    listings = (entity.listing for entity in state.businesses(document))
    return [listing for listing in listings if listing.url or not takes_a_page]


def _joined(first: Sequence[Listing], others: Sequence[Listing]) -> list[Listing]:
    """`first`, each completed by its twin among `others`; then the others that have a page and no twin."""
    more = [other for other in others if other.url and not any(_is_twin(one, other) for one in first)]
    return [*(_completed(one, others) for one in first), *more]


def _completed(card: Listing, others: Sequence[Listing]) -> Listing:
    """`card` with what another reading of the same result adds."""
    twins = [other for other in others if _is_twin(card, other)]
    return overlaid([card, *twins[:1]])


def _is_twin(one: Listing, other: Listing) -> bool:
    if one.url and other.url:
        return one.url == other.url
    return one.name.casefold() == other.name.casefold()


def _read(document: Document, nodes: Iterable[LexborNode]) -> list[Listing]:
    return [card for node in nodes if (card := read_card(node, document))]


def _card_nodes(document: Document) -> list[tuple[LexborNode, bool]]:
    """The cards, each with whether it is an advertisement: it matches `sponsored`, lies in it or holds it."""
    directory = document.directory
    if directory is None or document.root is None:
        return []
    nodes = find(document.root, directory.card) if directory.card else list(blocks(document.listing_anchors))
    advertised = _sponsored(document)
    return [(node, _lies_in(node, advertised) or _holds(node, directory)) for node in nodes[:_MOST]]


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
    """True for a card that holds what the directory calls an advertisement; where it names none, the label of one."""
    if directory.sponsored:
        return bool(find(node, directory.sponsored))
    said = (text.strip(" \t·•:()[]").casefold() for text in node.text(separator="\n").split("\n"))
    return not labels("advertisement").isdisjoint(said)

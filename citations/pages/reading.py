"""Reading a page: what the readers found, put together into listings, or the obstacle in the way."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, partial
from typing import TypeVar

from citations.directory import Directory
from citations.models import Link, Listing, Obstacle, Reading, Statement
from citations.pages import links, obstacles, paging, results, state, statements, structured, visible
from citations.pages.branches import branches, with_branches, without_place
from citations.pages.document import Document
from citations.pages.profile import completed, distinct, profile, score
from citations.pages.structured import Entity
from citations.pages.tables import labels
from citations.words import Reason

T = TypeVar("T")
_log = logging.getLogger(__name__)
_NONE: list[Entity] = []
_NO_LISTINGS: list[Listing] = []
_NOTHING_SAID: tuple[Statement, ...] = ()


class _Kind(StrEnum):
    PROFILE = "profile"
    RESULTS = "results"
    UNKNOWN = "unknown"


def read_page(
    html: str | bytes,
    url: str,
    directory: Directory | None = None,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Reading:
    """What a page says, read without knowing what anyone hopes to find on it.

    In: the page as it came, the address where it was found in the end, the directory that it belongs
    to (for its pattern, card and selectors), status and headers. Out: one listing for a profile page,
    one for each card of a results page, or the obstacle. Never raises.
    """
    document = _attempt(lambda: Document.open(html, url, directory, status, headers), None)
    if document is None or _attempt(lambda: document.root, None) is None:
        return Reading(obstacle=Obstacle(Reason.ERROR_PAGE, "the page cannot be parsed"))
    nothing: tuple[Link, ...] = ()
    found = _attempt(lambda: links.all_links(document), nothing)
    obstacle = _attempt(lambda: obstacles.plain_obstacle(document), None)
    if obstacle:
        return Reading(obstacle=obstacle, links=found)
    page = _Page(document)
    reading = _read(page)
    return replace(reading, links=found, statements=_attempt(lambda: _statements(page, reading), _NOTHING_SAID))


@dataclass
class _Page:
    """A page while it is read: what its readers find, each asked once."""

    document: Document

    @cached_property
    def entities(self) -> list[Entity]:
        """The businesses in all structured data, in the order in which the readers are believed."""
        return [one for reader in structured.READERS for one in _attempt(partial(reader, self.document), _NONE)]

    @cached_property
    def in_state(self) -> list[Entity]:
        """The businesses in the state that the page's scripts carry."""
        return _attempt(lambda: state.businesses(self.document), _NONE)

    @cached_property
    def seen(self) -> Listing:
        """What the page shows of its subject."""
        return _attempt(lambda: visible.subject(self.document), Listing())


def _statements(page: _Page, reading: Reading) -> tuple[Statement, ...]:
    """What data and text of a page about one business say, each for itself."""
    document = page.document
    if document.is_own_site and document.status < 400:
        entities = [entity for entity in page.entities if not entity.in_list]
        return (*statements.of_data(entities), *statements.of_text(document))
    if len(reading) == 1 and _kind(document) == _Kind.PROFILE:
        return tuple(statements.of_listing(document, page.entities, reading[0]))
    return ()


def _read(page: _Page) -> Reading:
    document = page.document
    kind = _kind(document)
    is_shown, is_results = document.status < 400, kind == _Kind.RESULTS
    none: tuple[Listing, ...] = ()
    listings = _attempt(lambda: tuple(_READERS[kind](page)), none) if is_shown else none
    sponsored = _attempt(lambda: tuple(_sponsored(document)), none) if is_shown and is_results else none
    nothing = "" if listings or kind == _Kind.PROFILE else _attempt(lambda: results.no_results(document), "")
    obstacle = None
    if is_shown and not (listings or sponsored or nothing):
        obstacle = _attempt(lambda: obstacles.hidden_obstacle(document), None)
    found_any = bool(listings or nothing)
    proven = is_results and not obstacle
    proven = proven and _attempt(lambda: results.is_proven(document, found_any=found_any), False)
    following = _attempt(lambda: paging.next_page(document), "") if listings and kind != _Kind.PROFILE else ""
    more = kind == _Kind.RESULTS and bool(listings) and _attempt(lambda: results.has_more(document), True)
    return Reading(listings, obstacle, nothing, following, results_page=proven, sponsored=sponsored, has_more=more)


def _attempt(reader: Callable[[], T], otherwise: T) -> T:
    """What `reader` finds; `otherwise` when a stranger's page breaks it, so that the others still count."""
    try:
        return reader()
    except Exception:  # noqa: BLE001 - strangers' pages come in here
        _log.warning("a reader failed on a page", exc_info=True)
        return otherwise


def _kind(document: Document) -> _Kind:
    """Whether the page is about one business or about many, by its address and its directory."""
    directory = document.directory
    if directory is None or "*" in directory.domains:
        return _Kind.UNKNOWN
    if results.is_search(document.url, directory):
        return _Kind.RESULTS
    if directory.listing_pattern:
        is_one = directory.is_listing(document.url) or directory.is_listing(document.canonical)
        return _Kind.PROFILE if is_one else _Kind.RESULTS
    return _Kind.RESULTS if results.has_cards(document) else _Kind.PROFILE


def _profile(page: _Page) -> list[Listing]:
    found = profile(page.document, [*page.entities, *page.in_state], page.seen)
    return [found] if found else []


def _results(page: _Page) -> list[Listing]:
    return _of_directory(page.document, results.cards(page.document))


def _sponsored(document: Document) -> list[Listing]:
    return _of_directory(document, results.sponsored(document))


def _of_directory(document: Document, cards: list[Listing]) -> list[Listing]:
    directory = document.directory.id if document.directory else ""
    return [replace(card, directory=directory) for card in cards]


def _either(page: _Page) -> list[Listing]:
    """A page of an unknown site or a business's own: about one business, unless it names several on a level."""
    document, marked, seen = page.document, page.entities, page.seen
    entities = [entity for entity in marked if not entity.is_part]
    entities = entities if distinct(entities) else [*entities, *page.in_state]
    several = distinct(entities)
    ranked = sorted((score(entity, document, seen.name) for entity in several), reverse=True)
    is_about_many = len(several) > 1 and (ranked[0][0] == 0 or ranked[0][0] == ranked[1][0])
    if not several and _echoes_a_search(document):
        return []
    shown = _attempt(lambda: branches(document).listings, _NO_LISTINGS)
    if is_about_many:
        return with_branches([completed(entity.listing, document) for entity in several], shown, document)
    found = profile(document, entities, without_place(seen) if shown else seen)
    main = [found] if found and (found.address or found.phones) else []
    parts = [completed(entity.listing, document) for entity in distinct(e for e in marked if e.is_part)]
    return with_branches([*main, *parts], shown, document)


def _echoes_a_search(document: Document) -> bool:
    shown = " ".join((document.title, *document.headings)).lower()
    return any(phrase in shown for phrase in labels("search"))


_READERS: dict[_Kind, Callable[[_Page], list[Listing]]] = {
    _Kind.PROFILE: _profile,
    _Kind.RESULTS: _results,
    _Kind.UNKNOWN: _either,
}

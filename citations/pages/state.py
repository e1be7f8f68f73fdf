"""Businesses in the state that a page's scripts carry: objects with a name and an address, a phone or a listing's link.

Nobody says what such an object means, so it is told by the names of its keys (`tables/state.toml`); what is kept
under a name for other people, the site itself or similar businesses is not looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from citations.models import Listing
from citations.pages import schema
from citations.pages.document import Document
from citations.pages.draft import overlaid
from citations.pages.state_business import StateBusiness
from citations.pages.state_keys import Keyed, key_of
from citations.pages.structured import Entity
from citations.pages.tables import toml

READER = "state"
_RANK = 2  # as sure as an organisation in markup, less than a local business in JSON-LD
_DEEPEST = 60
_MOST_PARTS = 100_000
_MOST_BUSINESSES = 500  # read, the same one twice included


@dataclass(frozen=True, slots=True)
class _Found:
    """An object that reads as a business, whether it is paid for, and whether the page is about it."""

    entity: Entity
    is_sponsored: bool
    is_subject: bool


def businesses(document: Document) -> list[Entity]:
    """The businesses in the page's state. Where there are several, only the page's subject stands alone."""
    found = [business for business in _all(document) if not business.is_sponsored]
    if len(found) == 1:
        return [found[0].entity]
    return [replace(business.entity, in_list=not business.is_subject) for business in found]


def sponsored(document: Document) -> list[Listing]:
    """The businesses in the page's state that are marked as paid for."""
    return [business.entity.listing for business in _all(document) if business.is_sponsored]


def _all(document: Document) -> list[_Found]:
    """Every business in the state once, in the order of the page."""
    kept: dict[tuple[str, ...], _Found] = {}
    for thing in islice(_objects(document), _MOST_BUSINESSES):
        business = _business(thing, document)
        if business is None:
            continue
        key = _same(business.entity.listing)
        if key in kept:
            first = kept[key].entity
            both = replace(first, listing=overlaid([first.listing, business.entity.listing]))
            business = replace(kept[key], entity=both)
        kept[key] = business
    return list(kept.values())


def _same(listing: Listing) -> tuple[str, ...]:
    """What tells one business in a state from another: its page, else its name and where it is."""
    return (listing.url,) if listing.url else (listing.name, str(listing.address), *listing.phones)


def _objects(document: Document) -> Iterator[StateBusiness]:
    """The objects that may be businesses, outermost first; not looked for inside one, nor under what is beside it."""
    state, beside = document.state, frozenset(toml("state")["beside"])
    stack: list[tuple[Any, int]] = [(value, 0) for value in reversed(state.values)]
    for _ in range(_MOST_PARTS):
        if not stack:
            return
        value, depth = stack.pop()
        thing = StateBusiness(Keyed.of(value, state.known)) if isinstance(value, dict) else None
        if thing and (thing.is_one or _is_bare_result(thing, document)):
            yield thing
        elif depth < _DEEPEST and isinstance(value, dict):
            inner = [part for key, part in value.items() if key_of(key) not in beside]
            stack.extend((part, depth + 1) for part in reversed(inner) if isinstance(part, dict | list))
        elif depth < _DEEPEST and isinstance(value, list):
            stack.extend((part, depth + 1) for part in reversed(value) if isinstance(part, dict | list))


def _business(thing: StateBusiness, document: Document) -> _Found | None:
    """`thing` as a business; None for the directory itself."""
    directory = document.directory
    if directory and thing.name.casefold() == directory.name.casefold():
        return None
    urls, listing_urls = [document.absolute(url) for url in thing.urls], _listing_urls(thing, document)
    item = thing.as_schema_org(document, (listing_urls or urls)[:1])
    listing = schema.business(item, READER, document)
    if directory and directory.listing_pattern and not listing_urls:
        listing = replace(listing, url="")
    if thing.lifecycle:
        state, said = thing.lifecycle
        listing = replace(listing, lifecycle=state, sources={**listing.sources, "lifecycle": (said, READER)})
    is_subject = _is_subject(thing, urls, document)
    reached = (document.url,) if is_subject else ()
    return _Found(Entity(listing, _RANK, urls=(*urls, *reached)), thing.is_sponsored, is_subject)


def _is_bare_result(thing: StateBusiness, document: Document) -> bool:
    """True for a result that says no more than its name and where its listing is: whose it is may stand there."""
    directory = document.directory
    if directory is None or not thing.is_named or not _listing_urls(thing, document):
        return False
    return not any(directory.is_listing(url) for url in (document.url, document.canonical))


def _listing_urls(thing: StateBusiness, document: Document) -> list[str]:
    """The addresses of listings of the page's directory that the object names as its own."""
    directory = document.directory
    if directory is None or not directory.listing_pattern:
        return []
    urls = (document.absolute(url) for url in thing.urls)
    return [url for url in urls if directory.is_listing(url)]


def _is_subject(thing: StateBusiness, urls: list[str], document: Document) -> bool:
    """True when the page's address or its heading is the object's own."""
    here = {_bare(document.url), _bare(document.canonical)}
    if any(_bare(url) in here for url in urls):
        return True
    name = thing.name.casefold()
    if name in (heading.casefold() for heading in document.headings) or document.title.casefold().startswith(name):
        return True
    return any(re.search(rf"[/=_-]{re.escape(known)}(?=$|[/?#.&])", document.url) for known in thing.ids)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url).partition("#")[0].partition("?")[0].rstrip("/").lower()

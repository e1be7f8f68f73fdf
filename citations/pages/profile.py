"""Pages about one business: which of the businesses on the page it is, and what all readers together say of it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from citations.models import Link, Listing
from citations.pages import links, visible
from citations.pages.claimed import claimed
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.extras import extras
from citations.pages.lifecycle import lifecycle
from citations.pages.places import same_place
from citations.pages.selectors import selected
from citations.pages.structured import Entity
from citations.pages.text import ASIDE, region_of
from citations.pages.vote import elected
from citations.words import Lifecycle


def profile(document: Document, entities: Iterable[Entity], seen: Listing) -> Listing | None:
    """The one business that the page is about, or None when it is about none.

    On a page of no known directory an address in structured data is enough, whatever the business is called.

    `entities` are the businesses in structured data in the order of their readers, `seen` what the
    visible page says. The directory's own selectors go first.
    """
    mains = main_entities(list(entities), document, seen.name)
    chosen = Listing()
    if document.directory and document.root is not None:
        chosen = selected(document.root, document.directory.fields, document)
    found = overlaid([chosen, elected([*(entity.listing for entity in mains), seen])])
    is_named = found.name or (mains and document.speaks_everywhere)
    has_substance = found.address or found.phones or found.website or found.hours
    return completed(found, document) if is_named and has_substance else None


def main_entities(entities: list[Entity], document: Document, headline: str) -> list[Entity]:
    """The entity that the page is about, with the others that mean the same business, best first."""
    eligible = [entity for entity in entities if not _is_beside(entity, document)]
    if not eligible:
        return []
    unlisted = [entity for entity in eligible if not entity.in_list]
    pool = unlisted or (eligible if len(distinct(eligible)) == 1 else [])
    if not pool:
        return []
    best = max(pool, key=lambda entity: score(entity, document, headline))  # the first among equals
    return [best] + [entity for entity in pool if entity is not best and same_subject(entity, best)]


def score(entity: Entity, document: Document, headline: str) -> tuple[int, ...]:
    """How surely an entity is the page's subject; compared part by part."""
    listing = entity.listing
    named = bool(listing.name and headline and same_business(listing, Listing(name=headline)))
    here = {_bare(document.url), _bare(document.canonical)}
    is_here = any(_bare(url) in here for url in entity.urls)
    return (named + is_here, entity.rank, bool(listing.address) + bool(listing.phones), bool(listing.name))


def distinct(entities: Iterable[Entity]) -> list[Entity]:
    """One entity for each business that is named and can be reached."""
    kept: list[Entity] = []
    for entity in entities:
        listing = entity.listing
        if not listing.name or not (listing.address or listing.phones):
            continue
        if not any(same_subject(entity, other) for other in kept):
            kept.append(entity)
    return kept


def same_subject(one: Entity, other: Entity) -> bool:
    """True when two businesses in the page's data can be one. One syntax that gives a name two places means two."""
    first, second = one.listing, other.listing
    readers = {listing.sources.get("address", ("", ""))[1] for listing in (first, second)}
    if len(readers) == 1 and first.address and second.address and not same_place(first.address, second.address):
        return False
    return same_business(first, second)


def same_business(one: Listing, other: Listing) -> bool:
    """True when two readings of one page can mean the same business: one has no name, or it is part of the other's."""
    first, second = _letters(one.name), _letters(other.name)
    if one.address and other.address and str(one.address) != str(other.address) and first != second:
        return False
    return not first or not second or first in second or second in first


def completed(found: Listing, document: Document) -> Listing:
    """`found` with its place in the directory, its badge, and the link to its website."""
    directory = document.directory
    state, badge = lifecycle(document.subject_lines)
    link = found.link or visible.own_website(document) or _link_to(found.website, document)
    is_canonical = directory and directory.listing_pattern and directory.is_listing(document.canonical)
    reached = document.canonical if is_canonical else document.url
    extra = draft(
        "badge", raw={"lifecycle": badge}, lifecycle=state if found.lifecycle == Lifecycle.OPEN else Lifecycle.OPEN
    )
    if link and not found.website:
        extra = overlaid([extra, draft("address", website=link.url)])
    more = extras(document, document.subject_lines, everywhere=document.speaks_everywhere)
    whole = overlaid([found, extra, more])
    if directory and not document.is_own_site:
        whole = replace(whole, claimed=claimed(document.lines))
    return replace(whole, url=reached, directory=directory.id if directory else "", link=link)


def _link_to(website: str, document: Document) -> Link | None:
    """The link on the page that leads to `website`, with its rel."""
    if not website:
        return None
    wanted = links.site(website)
    for link in links.all_links(document):
        if links.site(links.unwrapped(link)) == wanted and wanted:
            return links.followed(link)
    return None


def _is_beside(entity: Entity, document: Document) -> bool:
    """True for the page's publisher and for businesses in a part that is about others."""
    if entity.node is not None and region_of(entity.node, document.regions) == ASIDE:
        return True
    directory = document.directory
    if directory is None or document.is_own_site:
        return False
    if entity.listing.name.casefold() == directory.name.casefold():
        return True
    is_home = any(directory.owns(url) and re.fullmatch(r"https?://[^/]+/?(#.*)?", url) for url in entity.urls)
    return is_home and entity.rank < 3


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url).partition("#")[0].partition("?")[0].rstrip("/").lower()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())

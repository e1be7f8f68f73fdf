"""One result on a results page."""

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from citations.models import Listing
from citations.pages import structured
from citations.pages.addresses import find_addresses
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.kept_phones import kept_phones
from citations.pages.lifecycle import lifecycle
from citations.pages.links import website_link
from citations.pages.mapped import with_map
from citations.pages.phones import distinct, link_phones, visible_phones
from citations.pages.ratings import shown_rating
from citations.pages.selectors import find, selected
from citations.pages.shown_hours import visible_hours
from citations.pages.tables import labels
from citations.pages.text import Line, visible_lines
from citations.pages.visible import without_ordinal

READER = "card"
_HIGHEST_ITEM = 6  # steps up from a card to the item around it
_HEADINGS = "h1, h2, h3, h4, h5, h6, [class*=name i], [class*=title i]"
_HEADING_LINKS = "h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[class*=name i][href], a[href]"


def read_card(node: LexborNode, document: Document) -> Listing | None:
    """The listing that a card is; None for a block that names nobody or leads nowhere, as an echo of the query does."""
    directory = document.directory
    chosen = selected(node, directory.fields, document) if directory else Listing()
    marked = _marked(node, document)[:1]
    lines = visible_lines(node, document.regions)
    listing = overlaid([chosen, *marked, _shown(node, lines, document), shown_rating(lines)])
    state, badge = lifecycle(lines)
    if badge:
        listing = replace(listing, lifecycle=state, sources={**listing.sources, "lifecycle": (badge, READER)})
    if directory and directory.listing_pattern:
        leads_somewhere = bool(listing.url or (listing.address and listing.phones))
    else:
        leads_somewhere = bool(listing.url or listing.address or listing.phones)
    return listing if listing.name and leads_somewhere else None


def _marked(node: LexborNode, document: Document) -> list[Listing]:
    """What markup names in the card, or the item says that the card alone lies in."""
    found = structured.below(node, document) or structured.below(_own_item(node, document) or node, document)
    return [entity.listing for entity in found]


def _own_item(node: LexborNode, document: Document) -> LexborNode | None:
    """The item of microdata around a card, unless it holds other cards too."""
    chosen, holder = document.directory.card if document.directory else "", node.parent
    for _ in range(_HIGHEST_ITEM):
        if not chosen or holder is None:
            return None
        if "itemscope" in holder.attributes:
            return holder if len(find(holder, chosen)) == 1 else None
        holder = holder.parent
    return None


def _shown(node: LexborNode, lines: Sequence[Line], document: Document) -> Listing:
    """What a card shows: its heading or link as name, phones, the most complete address, the website."""
    anchors = node.css("a[href]")
    targets = _listing_links(anchors, document) or _heading_link(node, document)
    addresses = sorted(find_addresses(lines, document.countries), key=lambda found: -found.completeness)
    link = website_link(document, anchors)
    seen = [number for number, _ in visible_phones(list(lines), document.countries)]
    shown = draft(
        READER,
        url=document.absolute(targets[0].attributes.get("href") or "").partition("#")[0] if targets else "",
        name=_name(node, targets),
        address=addresses[0].address if addresses else None,
        phones=distinct([*link_phones(anchors), *seen]) or distinct(list(kept_phones(node, document))),
        website=link.url if link else "",
        link=link,
        hours=visible_hours(lines),
    )
    return with_map(shown, document, node)


def _listing_links(anchors: list[LexborNode], document: Document) -> list[LexborNode]:
    """The card's links to its listing."""
    inside = {node.mem_id for node in anchors}
    return [node for _, node in document.listing_anchors if node.mem_id in inside]


def _heading_link(node: LexborNode, document: Document) -> list[LexborNode]:
    """The link of a card's heading, where the directory does not say what a listing's address looks like."""
    if document.directory and document.directory.listing_pattern:
        return []
    found = node.css_first(_HEADING_LINKS)
    while found is not None and found.tag != "a":
        found = found.parent
    return [found] if found else []


def _name(node: LexborNode, targets: list[LexborNode]) -> str:
    """The text of a link to the listing that stands in a heading or holds one, else a link's or a heading's."""
    headings = node.css(_HEADINGS)[:6]
    ids = {heading.mem_id for heading in headings}
    in_heading = [a for a in targets if _lies_in(a, ids)]
    around = [heading for a in targets for heading in a.css(_HEADINGS)[:1]]
    for found in (*in_heading, *around, *(headings if not in_heading else ()), *targets):
        lines = visible_lines(found)
        if lines and len(lines[0].text) < 150 and lines[0].text.lower() not in labels("more"):
            return without_ordinal(lines[0].text)
    return ""


def _lies_in(node: LexborNode, outer: set[int]) -> bool:
    climber: LexborNode | None = node
    for _ in range(6):
        if climber is None:
            return False
        if climber.mem_id in outer:
            return True
        climber = climber.parent
    return False

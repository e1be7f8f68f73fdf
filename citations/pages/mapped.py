"""Where a page's maps say that its subject is: links to maps, maps set into the page, coordinates kept beside them."""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from citations.models import Listing
from citations.pages.addresses import find_addresses
from citations.pages.coordinates import Point, point, point_in
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.map_links import places_of
from citations.pages.places import same_place
from citations.pages.tables import toml
from citations.pages.text import Line
from citations.postal import Address

READER = "map"
_FRAMES = (
    "iframe[src], iframe[data-src], iframe[data-lazy-src], img[src*='/staticmap' i], img[data-src*='/staticmap' i]"
)
_MAY_BE_MAP = re.compile(r"map|waze|osm\.org|geo:", re.IGNORECASE)
_TARGETS = ("href", "src", "data-src", "data-lazy-src")
_MOST_FRAMES, _MOST_KEPT, _MOST_PLACES = 50, 200, 50


def with_map(found: Listing, document: Document, card: LexborNode | None = None) -> Listing:
    """`found` with what the maps of its card, or of the whole page, say of its place where it does not say it itself.

    Maps that show several places say nothing of any one of them, nor does one that shows another place than the text.
    """
    root = card if card is not None else document.root
    if root is None:
        return found
    named = list(islice(_named(root, document), _MOST_PLACES))
    addresses = [address for text, node in named if (address := _address(text, node, found.name, document))]
    shown = [*([found.address] if found.address else []), *addresses]
    if any(not same_place(shown[0], other) for other in shown[1:]):
        return found
    spots = [spot for text, _ in named if (spot := point_in(text))] or list(_kept(root, document))
    spot = _one(spots if spots or card is not None else list(_in_head(document)))
    address = max(addresses, key=lambda one: len(one.raw), default=None)
    place = draft(
        READER,
        raw={"address": address.raw} if address else {},
        address=address,
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
    )
    return overlaid([found, place])


def _one(spots: list[Point]) -> Point | None:
    """The place that all of them are; None where they are several."""
    return spots[0] if spots and all(spots[0].is_at(other) for other in spots) else None


def _named(root: LexborNode, document: Document) -> Iterator[tuple[str, LexborNode]]:
    """Each place that a map below `root` names, in words or coordinates, with the element that names it."""
    anchors = document.anchors if root is document.root else root.css("a[href]")
    for node in (*anchors, *root.css(_FRAMES)[:_MOST_FRAMES]):
        targets = (target for name in _TARGETS if (target := node.attributes.get(name)) and _MAY_BE_MAP.search(target))
        places = [place for target in targets for place in places_of(document.absolute(target))]
        if places and document.speaks_for_subject(node):
            yield from ((place, node) for place in places)


def _address(text: str, node: LexborNode, name: str, document: Document) -> Address | None:
    """The address in the words of a map, which often begin with the business's name; None where they hold none."""
    if point_in(text):
        return None
    words = text[len(name) :].lstrip(" ,") if name and text.lower().startswith(name.lower()) else text
    found = next(find_addresses([Line(words, node)], document.countries), None)
    return found.address if found and found.address.street else None


def _kept(root: LexborNode, document: Document) -> Iterator[Point]:
    """The coordinates in attributes made for them."""
    pairs = toml("maps")["attributes"]["pairs"]
    for node in root.css(", ".join(f"[{north}][{east}]" for north, east in pairs))[:_MOST_KEPT]:
        if document.speaks_for_subject(node):
            told = (point(node.attributes.get(n) or "", node.attributes.get(e) or "") for n, e in pairs)
            yield from (spot for spot in told if spot)


def _in_head(document: Document) -> Iterator[Point]:
    """The coordinates in the page's meta elements."""
    known = toml("maps")["meta"]
    told = [point_in(document.meta(name)) for name in known["both"]]
    told += [point(document.meta(north), document.meta(east)) for north, east in known["pairs"]]
    yield from (spot for spot in told if spot)

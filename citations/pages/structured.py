"""The businesses that a page's structured data names: JSON-LD, then microdata, RDFa and hCard."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborNode

from citations.models import Listing
from citations.pages import hcard, jsonld, microdata, schema
from citations.pages.document import Document
from citations.pages.draft import draft
from citations.pages.jsonld import Item
from citations.pages.tables import toml

_DEEPEST = 40
_MOST_BUSINESSES, _MOST_PARTS = 500, 50


@dataclass(frozen=True, slots=True)
class Entity:
    """A business in structured data: what it says, how surely it is one, where it stood on the page.

    `is_part`: it is a department of another one that the page names.
    """

    listing: Listing
    rank: int
    in_list: bool = False
    urls: tuple[str, ...] = ()
    is_part: bool = False
    node: LexborNode | None = field(default=None, compare=False)


def from_jsonld(document: Document) -> list[Entity]:
    """The businesses in JSON-LD."""
    return _entities(jsonld.items(document), "json-ld", document)


def from_microdata(document: Document) -> list[Entity]:
    """The businesses in microdata."""
    return _entities(microdata.items(document, microdata.MICRODATA), "microdata", document)


def from_rdfa(document: Document) -> list[Entity]:
    """The businesses in RDFa; an address that belongs to no item is the page's subject's."""
    items = microdata.items(document, microdata.RDFA)
    found = _entities(items, "rdfa", document)
    if any(entity.listing.address for entity in found):
        return found
    return (
        found
        + [
            Entity(draft("rdfa", raw={"address": str(address)}, address=address), 2, node=item.get("@node"))
            for item in items
            for part in (item, *item.get("address", ()))
            if isinstance(part, dict) and "PostalAddress" in schema.types(part) and (address := schema.address(part))
        ][:1]
    )


def from_hcards(document: Document) -> list[Entity]:
    """The businesses in hCard and h-card classes."""
    return [Entity(listing, 2, node=node) for listing, node in hcard.cards(document.root, document)]


READERS = (from_jsonld, from_microdata, from_rdfa, from_hcards)


def below(node: LexborNode, document: Document) -> list[Entity]:
    """The businesses that microdata, RDFa and hCard name within one part of the page."""
    found = [
        entity
        for syntax, reader in ((microdata.MICRODATA, "microdata"), (microdata.RDFA, "rdfa"))
        for entity in _entities(microdata.items(document, syntax, node), reader, document)
    ]
    return found + [Entity(listing, 2, node=card) for listing, card in hcard.cards(node, document)]


def _entities(items: list[Any], reader: str, document: Document) -> list[Entity]:
    found = [_entity(item, in_list, reader, document) for item, in_list in islice(_businesses(items), _MOST_BUSINESSES)]
    return found + [
        part for item, _ in islice(_businesses(items), _MOST_BUSINESSES) for part in _parts(item, reader, document)
    ]


def _parts(item: Item, reader: str, document: Document) -> Iterator[Entity]:
    """The departments of a business; on a directory's page they are a matter of the listing and none of their own."""
    if document.directory is None or "*" in document.directory.domains:
        inner = [value for key in ("department", "subOrganization") for value in _as_list(item.get(key))]
        for thing, _ in islice(_businesses(inner), _MOST_PARTS):
            yield replace(_entity(thing, False, reader, document), is_part=True)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _businesses(items: list[Any]) -> Iterator[tuple[Item, bool]]:
    """Every item of a business type in `items`, with whether it stands in a list; not looked for inside one."""
    beside = {"@node", *toml("markup")["beside"]}
    stack: list[tuple[Any, bool, int]] = [(items, False, 0)]
    seen: set[int] = set()
    while stack:
        thing, in_list, depth = stack.pop()
        if depth > _DEEPEST or id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, list):
            stack.extend((part, in_list, depth + 1) for part in reversed(thing))
        elif isinstance(thing, dict) and schema.rank(thing):
            yield thing, in_list
        elif isinstance(thing, dict):
            inside = in_list or "ItemList" in schema.types(thing)
            children = [value for key, value in thing.items() if key not in beside]
            stack.extend((value, inside, depth + 1) for value in reversed(children))


def _entity(item: Item, in_list: bool, reader: str, document: Document) -> Entity:
    listing = schema.business(item, reader, document)
    urls = tuple(document.absolute(url) for url in (*schema.strings(item.get("url")), *schema.strings(item.get("@id"))))
    return Entity(listing, schema.rank(item), in_list, urls, node=item.get("@node"))

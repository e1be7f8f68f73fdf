"""Microdata and RDFa, read into the same shape as JSON-LD: a dict of properties with its "@type"."""

from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborNode

from citations.pages.document import Document
from citations.pages.jsonld import Item
from citations.pages.tables import toml
from citations.pages.text import clean

_MOST = 4_000  # marked elements; more is not a page for readers
_HIGHEST = 60  # steps up to the item that a property belongs to
_LINKS = {"a": "href", "link": "href", "area": "href", "img": "src", "iframe": "src", "object": "data"}
_ADDRESSES = frozenset(["url", "sameAs", "image", "logo", "photo", "hasMap", "map", "item", "mainEntityOfPage"])


@dataclass(frozen=True, slots=True)
class _Syntax:
    """The attributes by which a syntax marks things, their types and their properties."""

    scope: str
    type: str
    property: str
    selector: str


MICRODATA = _Syntax("itemscope", "itemtype", "itemprop", "[itemscope], [itemprop]")
RDFA = _Syntax("typeof", "typeof", "property", "[typeof], [property], [rel^='v:']")


def items(document: Document, syntax: _Syntax, root: LexborNode | None = None) -> list[Item]:
    """The outermost items below `root` (the whole page by default), nested ones inside them."""
    start = root if root is not None else document.root
    found = start.css(syntax.selector)[:_MOST] if start is not None else []
    marked = {node.mem_id: node for node in found}.values()  # one that fits two selectors is found twice
    known: dict[int, Item] = {}
    top: list[Item] = []
    for node in marked:
        attributes = node.attributes
        opened = _opened(attributes, syntax)
        owner = _owner(node, known)
        names = _names(attributes, syntax)
        value: Any = opened if opened is not None else _value(node, attributes, names, document)
        if opened is not None:
            opened["@node"] = node
            known[node.mem_id] = opened
            if owner is None or not names:
                top.append(opened)
        if owner is not None:
            for name in names:
                owner.setdefault(name, []).append(value)
    return top


def _opened(attributes: dict[str, str | None], syntax: _Syntax) -> Item | None:
    """A new item when the node opens one."""
    if syntax.scope in attributes:
        kinds = (attributes.get(syntax.type) or "").split()
        return {"@type": [kind.rstrip("/").rpartition("/")[2].rpartition(":")[2] for kind in kinds]}
    is_relation = syntax is RDFA and "property" not in attributes and (attributes.get("rel") or "").startswith("v:")
    return {"@type": ["PostalAddress"]} if is_relation and "v:address" in (attributes.get("rel") or "") else None


def _owner(node: LexborNode, known: dict[int, Item]) -> Item | None:
    climber = node.parent
    for _ in range(_HIGHEST):
        if climber is None:
            return None
        if climber.mem_id in known:
            return known[climber.mem_id]
        climber = climber.parent
    return None


def _names(attributes: dict[str, str | None], syntax: _Syntax) -> list[str]:
    words = (attributes.get(syntax.property) or "").split()
    if syntax is RDFA and not words:
        words = [word for word in (attributes.get("rel") or "").split() if word.startswith("v:")]
    plain = [word.rpartition("/")[2].rpartition(":")[2] for word in words]
    old = toml("markup")["old_names"]
    return [old.get(word, word) for word in plain]


def _value(node: LexborNode, attributes: dict[str, str | None], names: list[str], document: Document) -> str:
    """What a property says: its content attribute, the address it links to, or its text.

    The standard takes the address of any link; pages mark a linked name or phone and mean the text.
    """
    if attributes.get("content"):
        return clean(attributes["content"] or "")
    link = attributes.get(_LINKS.get(node.tag or "", "")) if _ADDRESSES.intersection(names) else None
    if link:
        return document.absolute(link)
    return clean(attributes.get("datetime") or "") or clean(node.text(separator=" "))

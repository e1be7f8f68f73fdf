"""JSON-LD blocks, each read alone: a broken one is mended where that is cheap and never hides the others."""

import json
import re
from collections.abc import Iterator
from typing import Any

from citations.pages.document import Document

Item = dict[str, Any]

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_COMMENT = re.compile(r"^[ \t]*//[^\n]*$|/\*[^*]*\*/", re.MULTILINE)
_DEEPEST, _MOST_BLOCKS = 40, 1_000


def items(document: Document) -> list[Any]:
    """The value of each JSON-LD block, with references by @id resolved one step."""
    blocks = [node.text() for node in document.tree.css("script[type*='ld+json' i]")[:_MOST_BLOCKS]]
    values = [value for block in blocks for value in parse(block)]
    known = {node["@id"]: node for node in _nodes(values) if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in list(_nodes(values)) if known else ():
        for key, value in node.items():
            if isinstance(value, dict) and len(value) == 1 and value.get("@id") in known:
                node[key] = known[value["@id"]] if known[value["@id"]] is not node else value
    return values


def parse(block: str) -> list[Any]:
    """The JSON values in one block; none when it cannot be mended."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", block)).strip().strip(";").strip("\ufeff")
    for mended in (text, _TRAILING_COMMA.sub(r"\1", text), _TRAILING_COMMA.sub(r"\1", _COMMENT.sub("", text))):
        values = _decode_all(mended)
        if values:
            return values
    return []


def _decode_all(text: str) -> list[Any]:
    """The JSON values that stand one after the other in `text`; line breaks inside strings are let pass."""
    decoder, values, position = json.JSONDecoder(strict=False), [], 0
    try:
        while position < len(text):
            value, position = decoder.raw_decode(text, position)
            values.append(value)
            while position < len(text) and text[position] in " \t\r\n;,":
                position += 1
    except (ValueError, RecursionError):
        return [] if not values or not isinstance(values[0], dict | list) else values
    return values


def _nodes(value: Any) -> Iterator[Item]:
    """Every object in `value`, outermost first, as far as a page written for readers nests."""
    stack = [(value, 0)]
    while stack:
        thing, depth = stack.pop()
        if isinstance(thing, dict):
            yield thing
        if depth < _DEEPEST and isinstance(thing, dict | list):
            inner = thing.values() if isinstance(thing, dict) else thing
            stack.extend((child, depth + 1) for child in reversed(list(inner)) if isinstance(child, dict | list))

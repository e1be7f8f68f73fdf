"""A directory's own selectors for the fields that the general readers miss."""

from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborNode, SelectolaxError

from citations.models import Link, Listing
from citations.pages.document import Document
from citations.pages.draft import draft
from citations.pages.links import decoded, followed, link_of
from citations.pages.text import visible_lines
from citations.postal import Address

READER = "selector"
_PARTS = ("street", "city", "region", "postcode")


def find(node: LexborNode, selector: str) -> list[LexborNode]:
    """The nodes below `node` that `selector` finds; none when it is no valid selector."""
    try:
        return list(node.css(selector))
    except (SelectolaxError, ValueError):
        return []


def selected(node: LexborNode, fields: Mapping[str, str | Sequence[str]], document: Document) -> Listing:
    """What the selectors in `fields` find below `node`.

    A selector may end in @attribute; several are tried in turn. A phone selector gives every number
    that it finds, any other the first value.
    """
    values = {name: list(_values(node, chosen, document)) for name, chosen in fields.items()}
    one = {name: found[0] for name, found in values.items() if found}
    link = _website(node, fields.get("website", ()), document) if "website" in one else None
    return draft(
        READER,
        name=one.get("name", ""),
        address=_address(one),
        phones=tuple(dict.fromkeys(values.get("phone", ()))),
        website=link.url if link else decoded(one.get("website", "")),
        link=link,
        hours="; ".join(values.get("hours", ())),
    )


def _values(node: LexborNode, chosen: str | Sequence[str], document: Document) -> Iterator[str]:
    for alternative in [chosen] if isinstance(chosen, str) else chosen:
        selector, _, attribute = alternative.partition("@")
        found = [text for match in find(node, selector) if (text := _value(match, attribute, document))]
        if found:
            yield from found
            return


def _value(node: LexborNode, attribute: str, document: Document) -> str:
    """The attribute, or the visible text with its lines joined by commas; tel: and mailto: are dropped."""
    if not attribute:
        return ", ".join(line.text.strip(" ,") for line in visible_lines(node))
    value = (node.attributes.get(attribute) or "").strip()
    for prefix in ("tel:", "phone:tel:", "mailto:"):
        value = value.removeprefix(prefix)
    is_link = attribute in ("href", "src") and value == (node.attributes.get(attribute) or "").strip()
    return document.absolute(value) if is_link else value


def _website(node: LexborNode, chosen: str | Sequence[str], document: Document) -> Link | None:
    """The chosen website as a link with its rel, when the selector finds an anchor."""
    for alternative in [chosen] if isinstance(chosen, str) else chosen:
        for match in find(node, alternative.partition("@")[0]):
            if match.tag == "a" and match.attributes.get("href"):
                link = link_of(match, document)
                return followed(link)
    return None


def _address(one: Mapping[str, str]) -> Address | str:
    parts = {part: one[part] for part in _PARTS if part in one}
    if not parts:
        return one.get("address", "")
    return Address(**parts, raw=one.get("address", "") or ", ".join(parts.values()))

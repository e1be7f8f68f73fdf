"""Addresses of no known shape, found because the page announces them: by a label, an element, or their place."""

import re
from collections.abc import Sequence

from citations.pages.address_parts import DIGIT, Found, has_street_word, is_street, is_unit, pieces_of, without_country
from citations.pages.tables import labels
from citations.pages.text import Line
from citations.postal import Address

_POSTCODE = re.compile(r"(?<![\w-])(?:\d{3}-\d{4}|\d{5}-\d{4}|\d{4,6})(?![\w-])")
_LINES_UNDER_HEADING = 12


def announced(lines: Sequence[Line], index: int) -> Found | None:
    """The address that line `index` announces or begins; street first, then city, a postcode anywhere after."""
    texts = _labelled(lines, index) or _in_address_element(lines, index) or _under_heading(lines, index)
    pieces = pieces_of(without_country("\n".join(texts)))
    if not pieces or not is_street(pieces[0], ""):
        return None
    rest = pieces[1:4]
    postcode = next((match[0] for piece in rest if (match := _POSTCODE.search(piece))), "")
    places = [place for piece in rest if (place := _POSTCODE.sub("", piece).strip()) and not is_unit(place)]
    city = next((place for place in places if place[0].isupper() and not DIGIT.search(place)), "")
    last = min(index + len(texts), len(lines)) - (0 if texts[0] not in lines[index].text else 1)
    address = Address(street=pieces[0], city=city, postcode=postcode, raw="\n".join(texts)[:400])
    return Found(address, index, min(last, len(lines) - 1))


def _labelled(lines: Sequence[Line], index: int) -> list[str]:
    """What stands behind or below the label "Address"."""
    head, colon, rest = lines[index].text.partition(":")
    if head.lower().strip(" >") not in labels("address"):
        return []
    if colon and rest.strip():
        return [rest.strip()]
    return _until_heading(lines[index + 1 : index + 4])


def _in_address_element(lines: Sequence[Line], index: int) -> list[str]:
    """The lines of an element made for addresses."""
    if not DIGIT.search(lines[index].text) or not _is_made_for_addresses(lines[index]):
        return []
    following = lines[index + 1 : index + 3]
    inside = [line.text for line in following if _is_made_for_addresses(line)]
    return [lines[index].text, *inside]


def _under_heading(lines: Sequence[Line], index: int) -> list[str]:
    """A street with its number in the first lines under the page's heading; the city follows when a comma says so."""
    text = lines[index].text
    if not DIGIT.search(text) or not has_street_word(text) or len(text) > 70:
        return []
    if not any(line.heading == 1 for line in lines[max(0, index - _LINES_UNDER_HEADING) : index]):
        return []
    return [text, *_until_heading(lines[index + 1 : index + 3])] if text.endswith(",") else [text]


def _until_heading(lines: Sequence[Line]) -> list[str]:
    texts = []
    for line in lines:
        if line.heading:
            break
        texts.append(line.text)
    return texts


def _is_made_for_addresses(line: Line) -> bool:
    node = line.node
    for _ in range(3):
        if node is None or node.tag in ("body", "main", "article", "section"):
            return False
        if node.tag == "address" or "address" in (node.attributes.get("class") or "").lower():
            return len(line.text) < 160
        node = node.parent  # type: ignore[assignment]
    return False

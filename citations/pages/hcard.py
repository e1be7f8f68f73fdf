"""hCard and h-card: businesses marked with class names, and addresses marked alone."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from citations.models import Listing
from citations.pages.document import Document
from citations.pages.draft import draft
from citations.pages.links import is_business_site
from citations.pages.schema import country_code
from citations.pages.text import clean
from citations.postal import Address

_CARD = ".vcard, .h-card"
_ADDRESS = ".adr, .h-adr, .p-adr"
_PLACES = {
    "street": (".street-address", ".p-street-address"),
    "unit": (".extended-address", ".p-extended-address"),
    "city": (".locality", ".p-locality"),
    "region": (".region", ".p-region"),
    "postcode": (".postal-code", ".p-postal-code"),
    "country": (".country-name", ".p-country-name"),
}
_MOST = 500


def cards(root: LexborNode | None, document: Document) -> Iterator[tuple[Listing, LexborNode]]:
    """The outermost cards below `root`; where there is none, the first address that stands alone."""
    if root is None:
        return
    found = root.css(_CARD)[:_MOST]
    inside: set[int] = set()
    for node in found:
        if node.mem_id in inside:
            continue
        inside.update(inner.mem_id for inner in node.css(_CARD) if inner.mem_id != node.mem_id)
        listing = _card(node, document)
        if listing.name and (listing.address or listing.phones):
            yield listing, node
    if not found:
        for node in root.css(_ADDRESS)[:1]:
            yield draft("hcard", name=_text(node, ".p-name"), address=_address(node, document)), node


def _card(node: LexborNode, document: Document) -> Listing:
    website = _link(node, document)
    name = _text(node, ".fn", ".p-name", ".org", ".p-org")
    return draft(
        "hcard",
        name=name,
        address=_address(node, document),
        phones=tuple(dict.fromkeys(_phones(node))),
        website=website if is_business_site(website, document, name) else "",
    )


def _address(node: LexborNode, document: Document) -> Address | None:
    parts = {part: _text(node, *selectors) for part, selectors in _PLACES.items()}
    if not any(parts[part] for part in ("street", "city", "postcode")):
        return None
    for inner in ("postcode", "region"):  # old pages put the whole place into the locality
        parts["city"] = parts["city"].replace(parts[inner], "").strip(" ,") or parts["city"]
    raw = ", ".join(value for value in parts.values() if value)
    if not (parts["region"] or parts["postcode"]):
        parts |= _taken_apart(parts["city"], parts["country"], document)
    return Address(**(parts | {"country": country_code(parts["country"])}), raw=raw)


def _taken_apart(locality: str, country: str, document: Document) -> dict[str, str]:
    """City, region and postcode of a locality that is marked in one: "Portland, OR 97202"."""
    read = Address.from_text(locality, country_code(country) or next(iter(document.countries), "US"))
    if not (read.city and (read.region or read.postcode)):
        return {}
    return {"city": read.city, "region": read.region, "postcode": read.postcode}


def _phones(node: LexborNode) -> Iterator[str]:
    for number in node.css(".tel, .p-tel"):
        kind = _text(number, ".type").lower()
        value = _text(number, ".value") or _value(number).removeprefix("tel:")
        if value and "fax" not in kind:
            yield value


def _text(node: LexborNode, *selectors: str) -> str:
    """The text of the first node found, by the first selector that finds any."""
    for selector in selectors:
        found = node.css_first(selector)
        if found and _value(found):
            return _value(found)
    return ""


def _value(node: LexborNode) -> str:
    """What an element says; an abbreviation or a value-title says it in its title."""
    attributes = node.attributes
    if node.tag in ("abbr", "data") and (attributes.get("title") or attributes.get("value")):
        return clean(attributes.get("title") or attributes.get("value") or "")
    return clean(node.text(separator=" "))


def _link(node: LexborNode, document: Document) -> str:
    found = node.css_first("a.url[href], a.u-url[href]")
    return document.absolute(found.attributes.get("href") or "") if found else ""

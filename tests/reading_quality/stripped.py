"""A page without what it says to machines: only what a visitor sees is left, and the site's own class names."""

from selectolax.lexbor import LexborHTMLParser

_ATTRIBUTES = (
    *("itemscope", "itemtype", "itemprop", "itemid", "itemref"),
    *("typeof", "property", "vocab", "resource", "about", "datatype", "prefix"),
)
_CLASSES = (
    *("vcard", "h-card", "fn", "org", "p-name", "p-org", "adr", "h-adr", "p-adr", "tel", "p-tel", "u-url", "geo"),
    *("street-address", "p-street-address", "extended-address", "p-extended-address", "locality", "p-locality"),
    *("region", "p-region", "postal-code", "p-postal-code", "country-name", "p-country-name"),
    *("h-geo", "latitude", "longitude", "p-latitude", "p-longitude"),
)


def stripped(html: str) -> str:
    """`html` without scripts (JSON-LD and state), the attributes of microdata and RDFa, the classes of hCard.

    Also without the meta elements that state a value: all but those of encoding, title and description.
    """
    tree = LexborHTMLParser(html)
    for node in tree.css("script, [itemprop]:is(meta, link), meta[property]"):
        node.decompose()
    for node in tree.css(", ".join(f"[{name}]" for name in _ATTRIBUTES)):
        for name in _ATTRIBUTES:
            if name in node.attributes:
                del node.attrs[name]
    for node in tree.css("[rel^='v:']"):
        del node.attrs["rel"]
    for node in tree.css(", ".join(f".{name}" for name in _CLASSES)):
        kept = [name for name in (node.attributes.get("class") or "").split() if name not in _CLASSES]
        node.attrs["class"] = " ".join(kept)
    return tree.html or ""

"""How a site shows the values of a business: an element for each, with the class names that its selectors name."""

from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from citations.directory import Directory
from citations.samples.businesses import Business
from citations.samples.element import attribute, closing, element, opening

_PARTS = ("street", "city", "region", "postcode")


class Look:
    """Selectors by field, plus `card`, `link` (what leads from a card to its listing) and `redirector`; else plain.

    `redirector` is where links to websites lead, with {} for the address.
    """

    def __init__(self, selectors: Mapping[str, str]) -> None:
        self._selectors = selectors

    @classmethod
    def of(cls, directory: Directory, more: Mapping[str, str] | None = None) -> "Look":
        """What the directory's file names, with `more` of what is known of its site."""
        fields = {name: one if isinstance(one, str) else one[0] for name, one in directory.fields.items()}
        return cls({"card": directory.card, **fields, **(more or {})})

    def _of(self, field: str) -> str:
        return self._selectors.get(field, "")

    def name(self, text: str) -> Markup:
        """The name, in its own element where the site has one."""
        return element(self._of("name"), text) if self._of("name") else Markup("{}").format(text)

    def address(self, business: Business) -> Markup:
        """The address in one element, or each part in its own."""
        if not any(self._of(part) for part in _PARTS):
            return element(self._of("address"), business.line, "p")
        parts = [
            element(self._of(part), value) if self._of(part) else Markup("{}").format(value)
            for part in _PARTS
            if (value := getattr(business, part))
        ]
        return element(self._of("address"), Markup(", ").join(parts), "p")

    def phone(self, number: str) -> Markup:
        """The number, as a link where the site links it."""
        selector = self._of("phone") or "a[href^='tel:']"
        is_link = selector.split(",")[0].split(" ")[-1].startswith("a") or attribute(selector) == "href"
        return element(selector, number, href=f"tel:{number}" if is_link else "")

    def website(self, address: str, says: str) -> Markup:
        """The link to the business's own site: plain, behind the site's redirector, or in base64 in an attribute."""
        selector, behind = self._of("website") or "a", self._of("redirector")
        coded = attribute(selector)
        if coded not in ("", "href"):
            return element(selector, says, **{coded: b64encode(address.encode()).decode()})
        href = behind.format(quote(address, safe="")) if behind else address
        return element(selector, says, "a", href=href, rel="nofollow noopener", target="_blank")

    def card(self, business: Business, says: str, *, brief: bool = False) -> Markup:
        """One result: heading with its link, and what else the site shows there; `brief`: the link only."""
        link = element(self._of("link") or "a", self.name(business.name), "a", href=business.url)
        rest = (
            () if brief else (self.address(business), self.phone(business.phone), self.website(business.website, says))
        )
        frame = self._of("card") or "div"
        return opening(frame) + element("h3", link) + Markup("\n").join(rest) + closing(frame)

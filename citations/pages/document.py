"""A page parsed once; every reader works on this one tree.

A stranger's page may be broken, mislabelled or built to hurt: the encoding is worked out from
what the server, the page and the bytes say, and what would make the parser crawl is cut (`tamed`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citations.directory import Directory
from citations.models import Link
from citations.pages import tables
from citations.pages.address_parts import Found
from citations.pages.addresses import find_addresses
from citations.pages.blocks import blocks
from citations.pages.encoding import decode
from citations.pages.places import same_place
from citations.pages.script_json import ScriptJson, script_json
from citations.pages.tamed import tamed
from citations.pages.text import ASIDE, CHROME, HIDDEN, MAIN, Line, clean, region_of, regions, visible_lines

_MOST_LINKS, _MOST_PHONES = 5_000, 1_000
_LONGEST_TITLE = 1_000  # characters
_ANYWHERE = ("US", "GB", "CA")  # where nothing hints at a country: those whose addresses are told apart by their end
_CONTROLS = (
    "button, label, legend, option, output, dialog:not([open]), [role=button], [role=search], [role=combobox],"
    " [role=listbox], [role=option], [aria-hidden=true]"
)


@dataclass
class Document:
    """One page: its tree, where it is from, and the directory that it belongs to, if one is known."""

    html: str
    url: str = ""
    directory: Directory | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    links: dict[int, Link] = field(default_factory=dict, repr=False)  # those that were read, by their node

    @classmethod
    def open(
        cls, html: str | bytes, url: str, directory: Directory | None, status: int, headers: Mapping[str, str] | None
    ) -> "Document":
        """Take in a page as it came: bytes are decoded, everything else is read when it is asked for."""
        kept = {key.lower(): value for key, value in (headers or {}).items()}
        text = html if isinstance(html, str) else decode(html, kept.get("content-type", ""))
        return cls(text, url, directory, status, kept)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed page."""
        return LexborHTMLParser(tamed(self.html))

    @cached_property
    def root(self) -> LexborNode | None:
        """The part of the tree that is shown."""
        return self.tree.body or self.tree.root

    @cached_property
    def regions(self) -> dict[int, str]:
        """Which nodes open a part of the page that is not about its subject; blocks about other listings do."""
        known = regions(self.tree)
        directory = self.directory
        if directory and directory.listing_pattern and directory.is_listing(self.url):
            here = tuple({self.url.partition("#")[0].rstrip("/"), self.canonical.partition("#")[0].rstrip("/")})
            others = ((target, node) for target, node in self.listing_anchors if not _is_at(target, here))
            known.update((node.mem_id, ASIDE) for node in blocks(others) if not node.css_first("h1"))
        return known

    @cached_property
    def listing_anchors(self) -> list[tuple[str, LexborNode]]:
        """The anchors that lead to listings of the page's directory, each with its target."""
        directory = self.directory
        if directory is None or not directory.listing_pattern:
            return []
        targets = ((self.absolute(a.attributes.get("href") or "").partition("#")[0], a) for a in self.anchors)
        return [(target, node) for target, node in targets if directory.is_listing(target)]

    @cached_property
    def anchors(self) -> list[LexborNode]:
        """The page's links, as many as a page for readers has."""
        return self.tree.css("a[href]")[:_MOST_LINKS]

    @cached_property
    def phone_links(self) -> list[LexborNode]:
        """The page's tel: links."""
        return self.tree.css("a[href^='tel:' i]")[:_MOST_PHONES]

    @cached_property
    def phone_attributes(self) -> tuple[str, ...]:
        """Which of the attributes in which pages keep a number for a click the page has."""
        return tuple(name for name in tables.toml("markup")["phone_attributes"] if name in self.html)

    @cached_property
    def state(self) -> ScriptJson:
        """What the page's scripts hold as JSON."""
        return script_json(self.tree)

    @cached_property
    def lines(self) -> list[Line]:
        """What a reader of the page sees, line by line."""
        return visible_lines(self.root, self.regions)

    @property
    def is_own_site(self) -> bool:
        """True on a page of a business's own site: the directory is the one that stands for every host."""
        return bool(self.directory and "*" in self.directory.domains)

    @property
    def is_of_no_directory(self) -> bool:
        """True on a business's own site, and where nothing is known of the site."""
        return self.directory is None or self.is_own_site

    @cached_property
    def speaks_everywhere(self) -> bool:
        """True when header and footer may be the business's own: on its own site, or where nothing tells otherwise."""
        return self.is_own_site or (self.directory is None and not self._has_publisher)

    def speaks_for_subject(self, node: LexborNode) -> bool:
        """True for an element in the parts of the page that say something of its subject."""
        region = region_of(node, self.regions)
        return region == MAIN or (region == CHROME and self.speaks_everywhere)

    @property
    def _has_publisher(self) -> bool:
        """True when the title repeats a heading that the host does not spell, and the footer gives another place.

        So look the pages that a guide or a directory has about a business.
        """
        title = self.title.casefold()
        named = [line.text for line in self.main_lines if line.heading == 1 and line.text.casefold() in title]
        if not named or self.is_called(named[0]) or not self.main_addresses:
            return False
        around = find_addresses([line for line in self.lines if line.region == CHROME], self.countries)
        return any(not any(same_place(one.address, other.address) for one in self.main_addresses) for other in around)

    def is_called(self, name: str) -> bool:
        """True when the host's first label is made of the name's letters ("Blue Spoon", bluespoonme)."""
        letters, host = ("".join(filter(str.isalnum, text.lower())) for text in (name, self.host))
        begins = letters[: max(6, len(letters) // 2)]
        return len(letters) >= 4 and bool(host) and (letters in host or host.startswith(begins))

    @cached_property
    def subject_lines(self) -> list[Line]:
        """The lines about the page's subject: not those about other businesses, nor those of the directory itself."""
        if not self.speaks_everywhere:
            return self.main_lines
        return [line for line in self.lines if line.region in (MAIN, CHROME)]

    @cached_property
    def addresses(self) -> list[Found]:
        """The addresses in the lines about the page's subject, in order."""
        lines = self.subject_lines
        is_all = len(lines) == len(self.main_lines)
        return self.main_addresses if is_all else list(find_addresses(lines, self.countries))

    @cached_property
    def main_lines(self) -> list[Line]:
        """The lines of the page's main content."""
        return [line for line in self.lines if line.region == MAIN]

    @cached_property
    def main_addresses(self) -> list[Found]:
        """The addresses in the page's main content, in order."""
        return list(find_addresses(self.main_lines, self.countries))

    @cached_property
    def main_text(self) -> str:
        """What the page says in its main content: not in menus, footers, search boxes and the like."""
        beside = [*self.regions, *(node.mem_id for node in self.tree.css(_CONTROLS))]
        return " ".join(line.text for line in visible_lines(self.root, dict.fromkeys(beside, HIDDEN)))

    @cached_property
    def word_count(self) -> int:
        """How many words the page shows."""
        return sum(line.text.count(" ") + 1 for line in self.lines)

    @cached_property
    def title(self) -> str:
        """The page's title element, as much of it as a reader takes in."""
        return self.text_of("title")[:_LONGEST_TITLE]

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The visible first-level headings, in order."""
        return tuple(line.text for line in self.lines if line.heading == 1)

    @cached_property
    def base(self) -> str:
        """What relative links are relative to."""
        node = self.tree.css_first("base[href]")
        return self.join(self.url, (node.attributes.get("href") or "") if node else "")

    @cached_property
    def canonical(self) -> str:
        """The address that the page gives for itself, else the one it was fetched from."""
        for selector, attribute in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
            node = self.tree.css_first(selector)
            if node and node.attributes.get(attribute):
                return self.absolute(node.attributes[attribute] or "")
        return self.url

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries by whose rules the page's addresses and phones are read, likeliest first."""
        if self.directory and self.directory.countries:
            return tuple(self.directory.countries)
        guesses = [*self._language_country(), *self._domain_country()]
        return tuple(dict.fromkeys(guesses or _ANYWHERE))

    def _language_country(self) -> list[str]:
        node = self.tree.css_first("html")
        language = ((node.attributes.get("lang") if node else "") or "").replace("_", "-")
        code = language.partition("-")[2].upper()
        if len(code) == 2:
            return [code]
        return [language.upper()] if language.lower() in ("de", "fr") else []

    def _domain_country(self) -> list[str]:
        """The country of the host's ending; a directory of every country with one host means nothing by it."""
        if self.directory and "*" not in self.directory.domains and len(self.directory.domains) == 1:
            return []
        ending = self.host.rpartition(".")[2].upper()
        ending = {"UK": "GB"}.get(ending, ending)
        return [ending] if ending in tables.toml("words")["countries"] else []

    @property
    def host(self) -> str:
        """The host that the page is on, without www."""
        return host_of(self.url)

    def absolute(self, link: str) -> str:
        """`link` as a whole address; blank when it cannot be one."""
        return self.join(self.base, link)

    @staticmethod
    def join(base: str, link: str) -> str:
        """`link` relative to `base`; blank when either cannot be an address."""
        try:
            return urljoin(base, link.strip())
        except ValueError:
            return ""

    def text_of(self, selector: str) -> str:
        """The text of the first node that `selector` finds."""
        node = self.tree.css_first(selector)
        return clean(node.text()) if node else ""

    def meta(self, name: str) -> str:
        """The content of the meta element with this name or property."""
        node = self.tree.css_first(f"meta[property='{name}'], meta[name='{name}']")
        return clean(node.attributes.get("content") or "") if node else ""


def _is_at(target: str, places: tuple[str, ...]) -> bool:
    """True for one of `places`, and for a page below it ("/biz/12/claim")."""
    return any(target == place or target.startswith((f"{place}/", f"{place}?")) for place in places)


def host_of(url: str) -> str:
    """The host of `url` in lower case without www.; blank when there is none."""
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""

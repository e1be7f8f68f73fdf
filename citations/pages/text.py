"""What a reader of a page sees: its visible text as lines, each with the part of the page it is in."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citations.pages.tables import labels, toml

MOST_LINES = 8_000  # of a page are looked at for a value: no page written for readers has more

MAIN, CHROME, ASIDE, HIDDEN = "main", "chrome", "aside", "hidden"

_REGIONS = {
    CHROME: "header, nav, footer, #header, #footer, .site-header, .site-footer,"
    " [role=banner], [role=navigation], [role=contentinfo]",
    ASIDE: "aside, [class*=similar i], [id*=similar i], [class*=related i], [id*=related i], [class*=nearby i],"
    " [id*=nearby i], [class*=also-view i], [class*=recommend i], [class*=sponsor i]",
    HIDDEN: "[hidden], [style*='display:none' i], [style*='display: none' i], [style*='visibility:hidden' i],"
    " [style*='visibility: hidden' i]",
}
_MOST_HEADINGS, _MOST_PARTS = 2_000, 20_000
_MOST_STEPS = 150_000  # several times what the longest pages written for readers take
_SILENT, _INLINE = frozenset(toml("markup")["silent"]), frozenset(toml("markup")["inline"])
_MARKS = ("-", "!")  # comments and declarations
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:)])")


@dataclass(slots=True)
class Line:
    """One line: its text, the element that holds it, its heading level (0: none) and its part of the page."""

    text: str
    node: LexborNode
    heading: int = 0
    region: str = MAIN


def clean(text: str) -> str:
    """Text with entities resolved and white space folded."""
    return _SPACE.sub(" ", html.unescape(text) if "&" in text else text).strip()


def regions(tree: LexborHTMLParser) -> dict[int, str]:
    """The nodes that open a part beside the page's subject: node id to region.

    A part that holds the page's first heading is about the subject, whatever it is called.
    """
    found: dict[int, str] = {}
    for region, selector in _REGIONS.items():
        for node in tree.css(selector)[:_MOST_PARTS]:
            if node.tag in ("html", "body", "main") or (region != HIDDEN and node.css_first("h1")):
                continue
            found[node.mem_id] = region
    others: set[int] = set()
    for heading in tree.css("h2, h3, h4, h5, h6")[:_MOST_HEADINGS]:
        if _is_about_others(clean(heading.text())):
            section = (node.mem_id for node in _section(heading))
            others.update(takewhile(lambda node: node not in others, section))  # a section within one is known
    return {**found, **dict.fromkeys(others, ASIDE)}


def _section(heading: LexborNode) -> Iterator[LexborNode]:
    """A heading and what it stands over: what follows it, up to the next heading of its level."""
    start = heading
    for _ in range(3):
        if _next_element(start) is not None or start.parent is None or start.parent.tag in ("body", "main"):
            break
        start = start.parent
    yield start
    following = _next_element(start)
    while following is not None and following.tag != heading.tag:
        yield following
        following = _next_element(following)


def _next_element(node: LexborNode) -> LexborNode | None:
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    return following


def region_of(node: LexborNode, known: dict[int, str]) -> str:
    """The part of the page that `node` lies in."""
    climber: LexborNode | None = node
    while climber is not None:
        if climber.mem_id in known:
            return known[climber.mem_id]
        climber = climber.parent
    return MAIN


def holder(node: LexborNode) -> LexborNode:
    """The element whose line the text of `node` is part of."""
    while node.tag in _INLINE and node.parent is not None:
        node = node.parent
    return node


def visible_lines(root: LexborNode | None, known: dict[int, str] | None = None) -> list[Line]:
    """The visible text below `root`, a line per block."""
    writer = _Writer(known or {})
    if root is not None:
        for node, leaving in islice(_walk(root, writer.skips), _MOST_STEPS):
            (writer.leave if leaving else writer.enter)(node)
        writer.end_line()
    return writer.lines


def _walk(root: LexborNode, skips: set[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below `root` in order, and each element again when it is left; what `skips` holds is not entered."""
    node: LexborNode | None = root
    while node is not None:
        yield node, False
        step = None if node.mem_id in skips else node.child
        while step is None:
            if not node.is_text_node:
                yield node, True
            if node.mem_id == root.mem_id:
                return
            step, parent = node.next, node.parent
            if step is None:
                if parent is None:
                    return
                node = parent
        node = step


@dataclass
class _Writer:
    """Puts text together into lines while the tree is walked."""

    known: dict[int, str]
    lines: list[Line] = field(default_factory=list)
    skips: set[int] = field(default_factory=set)
    _parts: list[str] = field(default_factory=list)
    _first: LexborNode | None = None
    _region: list[str] = field(default_factory=lambda: [MAIN])
    _heading: int = 0

    def enter(self, node: LexborNode) -> None:
        if node.is_text_node:
            self._write(node)
            return
        tag = node.tag or ""
        if tag.startswith(_MARKS):
            return
        region = self.known.get(node.mem_id, "")
        if tag in _SILENT or region == HIDDEN:
            self.skips.add(node.mem_id)
        if tag not in _INLINE:
            self.end_line()
            self._heading = _HEADINGS.get(tag, self._heading)
        if region:
            self._region.append(region)

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag not in _INLINE and not tag.startswith(_MARKS):
            self.end_line()
        if tag in _HEADINGS:
            self._heading = 0
        if node.mem_id in self.known:
            self._region.pop()

    def _write(self, node: LexborNode) -> None:
        text = node.text_content or ""
        if not text.strip():
            if self._parts:
                self._parts.append(" ")
            return
        if self._parts and _glued(self._parts[-1], text):
            self._parts.append(" ")
        if not self._parts:
            self._first = node.parent
        self._parts.append(text)

    def end_line(self) -> None:
        """Close the line that is being written."""
        text = _BEFORE_MARK.sub("", _SPACE.sub(" ", "".join(self._parts)).strip()) if self._parts else ""
        self._parts.clear()
        if not text or self._first is None:
            return
        self.lines.append(Line(text, self._first, self._heading, self._region[-1]))


def _glued(left: str, right: str) -> bool:
    """True when two elements abut that a style sheet sets apart: "Main St" + "Austin", "BS1 9AB" + "0117"."""
    last, first = left[-1], right[0]
    if first.isdigit() or first == "(":
        return last.isalnum() or last == ")"
    return first.isupper() and (last.islower() or last.isdigit() or last == ")")


def _is_about_others(heading: str) -> bool:
    lower = heading.lower()
    if len(heading) > 80 or any(phrase in lower for phrase in labels("search")):
        return False
    return any(phrase in lower for phrase in labels("others"))

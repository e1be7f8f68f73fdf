"""A page made fit for the parser: what would make it crawl, and what no page for readers has, is cut.

The parser's time grows with the square of the depth of the tree, of the number of attributes of an element, and of the
number of options of a select.
"""

import re
from collections.abc import Iterator
from itertools import islice

from citations.pages.tables import toml

_SHORT = 200_000  # characters; what a shorter page may hold takes the parser less than a second
_FEW_TAGS = 20_000  # at any depth, so few take the parser less than a second
_MOST_TAGS = 200_000  # a long page for readers has some ten thousand
_DEEPEST = 1_000  # browsers stop at 512
_LONG_TAG, _MOST_ATTRIBUTES = 2_000, 300
_MOST_OPTIONS = 3_000
_OPTION = re.compile(r"</?opt(?:ion|group)\b[^<>]*>?", re.IGNORECASE)  # what stands in them is no statement of the page
_OPENING = re.compile("<")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
_WHOLE_TAG = re.compile(r"""<(script|style|[a-z])(?:[^=>]++|=\s*+(?:"[^"]*+"?|'[^']*+'?|))*+>?""", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_FLAT = frozenset(toml("markup")["flat"])


def tamed(html: str) -> str:
    """`html` without what no page for readers has.

    That is: options by the thousand, elements of hundreds of attributes, and all that follows where it nests too deep
    or has too many tags.
    """
    if html.count("<") > _MOST_TAGS:
        html = html[: next(islice(_OPENING.finditer(html), _MOST_TAGS, None)).start()]
    if html.count("<") > _MOST_OPTIONS and html.lower().count("<option") > _MOST_OPTIONS:
        html = _OPTION.sub(" ", html)
    if len(html) > _SHORT:
        html = _without_overgrown(html)
    return _shallow(html) if html.count("<") >= _FEW_TAGS else html


def _without_overgrown(html: str) -> str:
    kept, end = [], 0
    for tag in _tags(html):
        if tag.end() - tag.start() > _LONG_TAG and _is_overgrown(tag):
            kept += [html[end : tag.start()], "<div>"]
            end = tag.end()
    return "".join([*kept, html[end:]]) if kept else html


def _tags(html: str) -> Iterator[re.Match[str]]:
    """Every opening tag; what looks like one in a script or a style sheet is none, nor what follows one without end."""
    position = 0
    while tag := _WHOLE_TAG.search(html, position):
        yield tag
        position = tag.end()
        if len(tag[1]) > 1:
            end = _ENDS[tag[1].lower()].search(html, position)
            if end is None:
                return
            position = end.start()


def _is_overgrown(tag: re.Match[str]) -> bool:
    return len(_QUOTED.sub("", tag[0]).split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES


def _shallow(html: str) -> str:
    depth = 0
    for tag in _TAG.finditer(html):
        closing, name, alone = tag.groups()
        if alone or name.lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEPEST:
            return html[: tag.start()]
    return html

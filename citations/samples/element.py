"""An element of a page that a CSS selector finds: how an invented page comes to the class names of its site."""

import re

from markupsafe import Markup, escape

_PART = re.compile(
    r"""(?P<tag>^[a-z][a-z0-9]*)|\.(?P<cls>[\w-]+)|\#(?P<id>[\w-]+)"""
    r"""|\[(?P<name>[\w-]+)(?:[~^*$|]?=['"]?(?P<value>[^'"\]]*)['"]?)?\]"""
)


def element(selector: str, text: str | Markup = "", tag: str = "span", **attributes: str) -> Markup:
    """The element that `selector` (its first alternative) finds, in those that it has to lie in, with `text` inside.

    >>> element("div.hit > a.name", "Example", href="/1")
    Markup('<div class="hit"><a class="name" href="/1">Example</a></div>')
    """
    *around, last = _parts(selector)
    name, found = _described(last, tag)
    found |= {key: value for key, value in attributes.items() if value}
    made = Markup("<{0}{1}>{2}</{0}>").format(name, _attributes(found), text)
    for outer in reversed(around):
        made = Markup("{}{}</{}>").format(opening(outer), made, _described(outer, "div")[0])
    return made


def opening(selector: str, tag: str = "div") -> Markup:
    """The opening tag of what the last part of `selector` finds."""
    name, found = _described(_parts(selector)[-1], tag)
    return Markup("<{}{}>").format(name, _attributes(found))


def closing(selector: str, tag: str = "div") -> Markup:
    """The closing tag of what the last part of `selector` finds."""
    return Markup("</{}>").format(_described(_parts(selector)[-1], tag)[0])


def attribute(selector: str) -> str:
    """The attribute in which `selector` finds its value; blank for the text."""
    return selector.split(",", 1)[0].partition("@")[2].strip()


def _parts(selector: str) -> list[str]:
    """The steps of the first alternative of `selector`, the outermost first."""
    return re.split(r"[\s>+~]+", selector.split(",", 1)[0].partition("@")[0].strip())


def _described(last: str, tag: str) -> tuple[str, dict[str, str]]:
    classes: list[str] = []
    found: dict[str, str] = {}
    for part in _PART.finditer(last):
        if part["tag"]:
            tag = part["tag"]
        elif part["cls"]:
            classes.append(part["cls"])
        elif part["id"]:
            found["id"] = part["id"]
        else:
            found[part["name"]] = part["value"] or ""
    return tag, ({"class": " ".join(classes)} if classes else {}) | found


def _attributes(found: dict[str, str]) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(name, escape(value)) for name, value in found.items())

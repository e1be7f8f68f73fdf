"""An element of a page that a CSS selector finds: how an invented page comes to the class names of its site."""

import re

from markupsafe import Markup, escape

_PART = re.compile(
    r"""(?P<tag>^[a-z][a-z0-9]*)|\.(?P<cls>[\w-]+)|\#(?P<id>[\w-]+)"""
    r"""|\[(?P<name>[\w-]+)(?:[~^*$|]?=['"]?(?P<value>[^'"\]]*)['"]?)?\]"""
)


def element(selector: str, text: str | Markup = "", tag: str = "span", **attributes: str) -> Markup:
    """The element that the last part of `selector` (its first alternative) describes, with `text` inside.

    >>> element("div.hit > a.name", "Example", href="/1")
    Markup('<a class="name" href="/1">Example</a>')
    """
    name, found = _described(selector, tag)
    found |= {key: value for key, value in attributes.items() if value}
    return Markup("<{0}{1}>{2}</{0}>").format(name, _attributes(found), text)


def opening(selector: str, tag: str = "div", **attributes: str) -> Markup:
    """The opening tag of what `selector` finds."""
    name, found = _described(selector, tag)
    return Markup("<{}{}>").format(name, _attributes(found | attributes))


def closing(selector: str, tag: str = "div") -> Markup:
    """The closing tag of what `selector` finds."""
    return Markup("</{}>").format(_described(selector, tag)[0])


def attribute(selector: str) -> str:
    """The attribute in which `selector` finds its value; blank for the text."""
    return selector.split(",", 1)[0].partition("@")[2].strip()


def _described(selector: str, tag: str) -> tuple[str, dict[str, str]]:
    last = re.split(r"[\s>+~]+", selector.split(",", 1)[0].partition("@")[0].strip())[-1]
    classes, found = [], {}
    for part in _PART.finditer(last.replace(":first-child", "")):
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

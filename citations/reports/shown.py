"""How text and addresses of strangers are shown: printable, shortened, escaped, never able to run.

Listings hold whatever somebody wrote into them. Nothing of it reaches a report but through here.
"""

import unicodedata
from collections.abc import Mapping
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from citations.findings import Span, difference
from citations.models import FieldResult
from citations.unseen import seen

MOST = 200  # characters of one value; the whole value is in the JSON
_ONE_PIECE = 22  # a value up to this length, such as a phone number, is not broken at a line's end


def plain(text: object, most: int = MOST) -> str:
    """`text` on one line, without control characters, half characters and marks that turn text round."""
    line = str(text)
    if not line.isprintable():
        line = "".join(" " if _is_control(c) else c for c in seen(line))
    line = " ".join(line.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def value(text: object, most: int = MOST) -> Markup:
    """`text` as safe HTML that cannot turn the direction of what stands around it; blank stays blank."""
    line = plain(text, most)
    if len(line) > _ONE_PIECE:
        return Markup("<bdi>{}</bdi>").format(line)
    return Markup('<bdi class="short">{}</bdi>').format(line) if line else Markup()


def marked(
    canonical: str, listed: str, field: str = "", parts: Mapping[str, FieldResult] | None = None
) -> tuple[Markup, Markup]:
    """Both values of a field as safe HTML, with what differs marked; `parts` are the results for an address's."""
    ours, theirs = difference(plain(canonical), plain(listed), field, parts)
    return _spans(ours), _spans(theirs)


def web_address(url: str) -> str:
    """`url` when it may become a link (http or https, a host, nothing invisible), else blank."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    safe = parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= 2000
    return url if safe and seen(url) == url and not any(c.isspace() or _is_control(c) for c in url) else ""


def _spans(spans: tuple[Span, ...]) -> Markup:
    """Changed words are marked; commas and spaces alone are not worth a reader's eye."""
    parts = (Markup("<mark>{}</mark>").format(s.text) if _is_word(s) else escape(s.text) for s in spans)
    return Markup("<bdi>{}</bdi>").format(Markup().join(parts)) if spans else Markup()


def _is_word(span: Span) -> bool:
    return span.changed and any(char.isalnum() for char in span.text)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")

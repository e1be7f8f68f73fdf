"""What a listing says beside name, address and phone: e-mail, languages, trade, rating, date, tracked numbers."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from citations.models import Listing
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.phones import link_phones
from citations.pages.ratings import shown_rating
from citations.pages.tables import labels, toml
from citations.pages.text import CHROME, MAIN, Line, clean, region_of

READER = "visible"
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{1,2}\.? [^\W\d]{3,9}\.?,? \d{4}"
    r"|[^\W\d]{3,9}\.? \d{1,2},? \d{4}|\d{4}年\d{1,2}月\d{1,2}日"
)
_MOST_EMAILS, _MOST_LANGUAGES, _MOST_CATEGORIES = 5, 12, 8
_LONGEST_WORDS = 30  # letters of a language or a trade
_AROUND = 3  # elements above a number that may mark it


def extras(document: Document, lines: Sequence[Line], *, everywhere: bool) -> Listing:
    """What the page says of its subject; `lines` are about it, `everywhere`: so are header and footer."""
    regions = (MAIN, CHROME) if everywhere else (MAIN,)
    said = draft(
        READER,
        emails=tuple(dict.fromkeys(_emails(document, regions)))[:_MOST_EMAILS],
        languages=tuple(_listed(lines, "languages"))[:_MOST_LANGUAGES],
        categories=tuple(_listed(lines, "categories"))[:_MOST_CATEGORIES],
        updated=_updated(lines),
        tracking=tuple(dict.fromkeys(_tracked(document, regions))),
    )
    return overlaid([said, shown_rating(lines)])


def _emails(document: Document, regions: Sequence[str]) -> Iterator[str]:
    """The addresses of mailto: links, and those that Cloudflare has encoded."""
    for node in document.tree.css("a[href^='mailto:' i], [data-cfemail], a[href*='/cdn-cgi/l/email-protection#']"):
        if region_of(node, document.regions) in regions:
            target = unquote(node.attributes.get("href") or "")
            code = node.attributes.get("data-cfemail") or target.partition("email-protection#")[2]
            found = _EMAIL.fullmatch(decoded_email(code) if code else clean(target[7:].partition("?")[0]))
            if found:
                yield found[0]


def decoded_email(code: str) -> str:
    """The address behind Cloudflare's encoding: every byte is combined with the first; blank when it is none.

    >>> decoded_email("2a4b6a4804494547")
    'a@b.com'
    """
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return ""
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")


def _listed(lines: Sequence[Line], kind: str) -> Iterator[str]:
    """What stands behind or below the label "Languages" or "Categories", one by one."""
    for text, following in _labelled(lines, kind):
        words = [clean(word) for word in re.split(r"[,;/|•·、]| and | und | et ", text or following)]
        if all(0 < len(word) <= _LONGEST_WORDS for word in words):
            yield from words
            return


def _updated(lines: Sequence[Line]) -> str:
    """The date behind or below "Last updated", as written."""
    dates = (found[0] for text, below in _labelled(lines, "updated") if (found := _DATE.search(text or below)))
    return next(dates, "")


def _labelled(lines: Sequence[Line], kind: str) -> Iterator[tuple[str, str]]:
    """For each line that begins with a label of this kind: what follows on it, and the line below.

    A heading "Categories" is as often over the site's own list, and a sentence may begin with the word.
    """
    begins = _begins_with(kind)
    for line, below in pairwise([*lines, *lines[-1:]]):
        found = begins.match(line.text) if len(line.text) <= 120 else None
        if found and (kind != "categories" or (found["apart"] is not None and not line.heading)):
            yield line.text[found.end() :], below.text


@cache
def _begins_with(kind: str) -> re.Pattern[str]:
    """A label of this kind, or the same in two languages ("Sprachen / Langues"), and the colon behind it."""
    known = "|".join(map(re.escape, sorted(labels(kind), key=len, reverse=True)))
    return re.compile(rf"(?:{known})(?:\s*/\s*(?:{known}))?(?![\w-])\s*(?P<apart>[:：]|$)?\s*", re.IGNORECASE)


def _tracked(document: Document, regions: Sequence[str]) -> Iterator[str]:
    """The numbers that the page's own markup calls numbers of a call tracker."""
    for node in document.phone_links[:200]:
        if region_of(node, document.regions) in regions and _is_marked(node):
            yield from link_phones([node])


def _is_marked(node: LexborNode) -> bool:
    climber: LexborNode | None = node
    for _ in range(_AROUND):
        if climber is None or climber.tag in ("body", "main", "section", "article"):
            return False
        said = " ".join(f"{key} {value or ''}" for key, value in climber.attributes.items() if key != "href").lower()
        if any(mark in said for mark in toml("markup")["call_tracking"]):
            return True
        climber = climber.parent
    return False

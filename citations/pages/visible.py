"""What a page shows to its readers about its subject: heading, address, phone, website, hours, the place on a map."""

import re
from collections.abc import Iterable
from dataclasses import replace

from selectolax.lexbor import LexborNode

from citations.models import Link, Listing
from citations.pages.address_parts import Found
from citations.pages.document import Document
from citations.pages.draft import draft
from citations.pages.kept_phones import READER as KEPT
from citations.pages.kept_phones import kept_phones
from citations.pages.links import kept_websites, main_anchors, website_link
from citations.pages.mapped import with_map
from citations.pages.phones import distinct, link_phones, visible_phones
from citations.pages.shown_hours import visible_hours
from citations.pages.tables import labels
from citations.pages.text import Line

READER = "visible"
_LONGEST_NAME, _SHORTEST_NAME = 60, 6  # letters of a name that a host spells
_TITLE_SPLIT = re.compile(r"\s+[|•·–—»:-]\s+|\s*\|\s*|\s+\(")


def subject(document: Document) -> Listing:
    """The business that the page is about, as far as it can be seen.

    On a business's own site everything but lists of others is about it; elsewhere the site's own
    header and footer are left out.
    """
    lines = document.subject_lines
    address = _nearest(document.addresses, lines)
    name = headline(document, lines, address)
    link = None if document.is_own_site else website_link(document, main_anchors(document), lines)
    link = link or next(iter(() if document.is_own_site else kept_websites(document)), None)
    found = draft(
        READER,
        name=name,
        address=address.address if address else None,
        website=link.url if link else "",
        link=link,
        hours=visible_hours(lines),
    )
    kept = kept_phones(document.root, document)
    return with_map(with_phones(found, document, lines, phone_anchors(document), kept), document)


def own_website(document: Document) -> Link | None:
    """The website of a business whose own site this page is: the page's own origin."""
    parts = re.match(r"https?://[^/?#]+", document.url)
    return Link(f"{parts[0]}/", "") if parts and document.is_own_site else None


def headline(document: Document, lines: list[Line], address: Found | None) -> str:
    """The name that the page puts over its subject; blank when the heading is no name."""
    headings = [line.text for line in lines if line.heading == 1]
    above = [line.text for line in lines[: address.first] if line.heading == 1] if address else []
    if document.is_of_no_directory:
        candidates = _own_names(document, above or headings)
    else:
        candidates = [*(above[-1:] or headings[:1]), document.meta("og:title"), document.title]
    return next((name for text in candidates if (name := _plain(text))), "")


def _own_names(document: Document, headings: list[str]) -> list[str]:
    """What may be a business's name on its own page, likeliest first: what its host or its title confirms.

    Where the site is not known to be the business's own, a heading that the title repeats goes first.
    """
    segments = [part for part in _TITLE_SPLIT.split(document.title) if part]
    title = _letters(document.title)
    named = [text for text in (*_exact(document), *segments, *headings) if document.is_called(text)]
    shared = [text for text in reversed(headings) if _letters(text)[:12] in title]
    confirmed = named + shared if document.is_own_site else shared + named
    return [
        *confirmed,
        document.meta("og:site_name"),
        *(headings[-1:] if len(headings) > 1 else []),
        *segments,
        *headings,
    ]


def _exact(document: Document) -> list[str]:
    """The first short line, wherever it stands (a logo, a copyright notice), that is the host written out."""
    stem = _letters(document.host.partition(".")[0])
    lines = (line.text for line in document.lines if len(line.text) <= _LONGEST_NAME)
    return next(
        ([text] for text in lines if len(stem) >= _SHORTEST_NAME and _letters(text) == stem and " " in text), []
    )


def _plain(text: str) -> str:
    """A heading without its ordinal ("1. Name"); blank when it is a general word or a search's echo."""
    name = without_ordinal(text).strip(" -–|:")
    lower = name.lower()
    if lower in labels("plain") or len(name) > 120 or any(phrase in lower for phrase in labels("search")):
        return ""
    return name


def without_ordinal(text: str) -> str:
    """The name without its place in a list: "1. Name"."""
    return re.sub(r"^\d{1,3}\.\s+", "", text)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _nearest(found: list[Found], lines: list[Line]) -> Found | None:
    """The address that the page is about: the most complete one, the first after the first heading among equals."""
    if not found:
        return None
    top = next((index for index, line in enumerate(lines) if line.heading == 1), 0)
    return max(found, key=lambda one: (one.completeness, one.first >= top, -one.first))


def with_phones(
    found: Listing, document: Document, lines: list[Line], anchors: list[LexborNode], kept: Iterable[str] = ()
) -> Listing:
    """`found` with the phones of `lines` and their tel: links: linked or labelled ones, else what looks like one.

    What the page has `kept` for a click goes before a number that nothing but its look makes a phone.
    """
    from_text = list(visible_phones(lines, document.countries))
    labelled = [number for number, is_labelled in from_text if is_labelled]
    seen = [number for number, _ in from_text[:1]]
    for reader, numbers in (("tel-link", link_phones(anchors)), (READER, labelled), (KEPT, kept), (READER, seen)):
        if phones := distinct(list(numbers)):
            sources = {**found.sources, "phone": ("; ".join(phones), reader)}
            return replace(found, phones=phones, sources=sources)
    return found


def phone_anchors(document: Document) -> list[LexborNode]:
    """The tel: links in the parts of the page that speak for the subject."""
    return [node for node in document.phone_links if document.speaks_for_subject(node)]

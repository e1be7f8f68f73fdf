"""Several places of a business in the text of one page: a contact page with its offices, a footer with all branches.

Each is a listing of its own. What stands outside of all of them, such as a number in the header, holds for each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from citations.models import Listing
from citations.pages import visible
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.lifecycle import lifecycle
from citations.pages.place_blocks import Place, beside, places_in
from citations.pages.places import same_place
from citations.pages.shown_hours import visible_hours
from citations.pages.tables import labels
from citations.pages.text import Line, holder
from citations.postal import Address

_LONGEST_NAME = 60
_COUNTED = re.compile(r"(\d{1,3})[.)]?\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Branches:
    """What a page says of each of its places, and what it says beside them."""

    each: Sequence[Listing] = ()
    beside: Listing = field(default_factory=Listing)

    @property
    def listings(self) -> list[Listing]:
        """A listing for each place; what it does not say itself is what the page says beside its places."""
        return [overlaid([one, self.beside]) for one in self.each]


def branches(document: Document) -> Branches:
    """The places where the page's text shows several; none where it shows one, however often.

    On a site that is not known to be the business's own, each place has to have its own name over it, and header and
    footer are the site's.
    """
    lines, addresses = document.subject_lines, document.addresses
    name = visible.headline(document, lines, None)
    is_own = document.is_own_site or document.is_called(name)
    if not is_own and document.speaks_everywhere:
        lines, addresses = document.main_lines, document.main_addresses
    places = places_in(lines, addresses)
    if len(places) < 2:
        return Branches()
    reader = _Reader(document, visible.phone_anchors(document), name if is_own else "")
    each = [reader.listing(place, place.parts(lines)) for place in places]
    rest = reader.said(beside(places, lines)) if is_own else Listing()
    if places[-1].is_open and not any(one.phones for one in each[:-1]):  # a number below the last of them is for all
        rest, each[-1] = overlaid([_phone_of(each[-1]), rest]), _without_phone(each[-1])
    each = _uncounted([one for one in each if one.name])
    return Branches(each, rest) if len(each) > 1 else Branches()


def with_branches(named: Sequence[Listing], shown: Sequence[Listing], document: Document) -> list[Listing]:
    """The listings that the page's data names, each with what the text shows of its place, and the other places shown.

    Those are left out where the data names a place and the site is not known to be its business's own. A business in
    the data that has no place is that of all others.
    """
    placed, nowhere = [one for one in named if one.address], [one for one in named if not one.address]
    whole = [overlaid([one, *(other for other in shown if _is_at(one, other))]) for one in placed]
    others = [other for other in shown if not any(_is_at(one, other) for one in placed)]
    if not others or (placed and not (document.is_own_site or document.is_called(placed[0].name))):
        return [*whole, *nowhere]
    return [*whole, *(overlaid([other, *map(_phone_of, nowhere)]) for other in others)]


def without_place(seen: Listing) -> Listing:
    """What the page shows of its business beside the places where it is."""
    return replace(seen, address=None, phones=(), hours="", latitude=None, longitude=None)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the places of one page. `anchors` are its tel: links; `name` is the business's, blank where not known."""

    document: Document
    anchors: Sequence[LexborNode]
    name: str

    def listing(self, place: Place, parts: Sequence[list[Line]]) -> Listing:
        """What the page says of one place in the `parts` that belong to it."""
        directory, link = self.document.directory, visible.own_website(self.document)
        state, badge = lifecycle([line for part in parts for line in part])
        first = draft(
            visible.READER,
            url=self.document.url,
            directory=directory.id if directory else "",
            name=self._name(place.address, parts),
            address=place.address,
            website=link.url if link else "",
            link=link,
        )
        closed = draft("badge", raw={"lifecycle": badge}, lifecycle=state)
        return overlaid([first, *map(self.said, parts), closed])

    def said(self, lines: list[Line]) -> Listing:
        """The phones and the hours that the lines show."""
        around = {holder(line.node).mem_id for line in lines}
        anchors = [node for node in self.anchors if holder(node).mem_id in around]
        hours = draft(visible.READER, hours=visible_hours(lines))
        return visible.with_phones(hours, self.document, lines, anchors)

    def _name(self, address: Address, parts: Sequence[list[Line]]) -> str:
        """What the place is called: the business's name, or the heading or first line that holds it and more.

        Where that is not known, its heading, unless that names but the town or says "Office"; blank without one.
        """
        headings = [line.text for part in parts for line in part if line.heading]
        above = [part[0].text for part in parts if len(part[0].text) <= _LONGEST_NAME]
        if self.name:
            whole = (text for text in (*headings, *above) if _letters(self.name) in _letters(text))
            return visible.without_ordinal(next(whole, self.name))
        called = (visible.without_ordinal(heading) for heading in headings)
        return next((text for text in called if not _is_of_a_place(text, address)), "")


def _is_of_a_place(heading: str, address: Address) -> bool:
    """True for a heading of nothing but the address's own words and words such as "office"."""
    known = f"{address.street} {address.city} {address.region} {address.postcode}".lower()
    return all(word in labels("office") for word in _words(heading) if word not in known)


def _uncounted(listings: list[Listing]) -> list[Listing]:
    """The listings, their names without the numbers that count them up or down: "1 Name", "2 Name"."""
    found = [_COUNTED.fullmatch(listing.name) for listing in listings]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < len(listings) or numbers not in (sorted(set(numbers)), sorted(set(numbers), reverse=True)):
        return listings
    return [replace(listing, name=match[2]) for listing, match in zip(listings, found, strict=True) if match]


def _is_at(one: Listing, other: Listing) -> bool:
    return bool(one.address and other.address and same_place(one.address, other.address))


def _phone_of(listing: Listing) -> Listing:
    sources = {name: source for name, source in listing.sources.items() if name == "phone"}
    return Listing(phones=listing.phones, sources=sources)


def _without_phone(listing: Listing) -> Listing:
    sources = {name: source for name, source in listing.sources.items() if name != "phone"}
    return replace(listing, phones=(), sources=sources)


def _words(text: str) -> Iterator[str]:
    return (word for part in text.lower().split() if (word := part.strip(" .,:;–—-()&")))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

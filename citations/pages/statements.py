"""What the parts of a page about a business say, kept apart: its data for search engines, and its text for visitors.

Reading a page lays the two over each other; only apart can they contradict each other.
"""

from collections.abc import Iterator, Sequence

from citations.models import Listing, Statement
from citations.pages import visible
from citations.pages.branches import branches
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.phones import distinct as distinct_numbers
from citations.pages.phones import link_phones, visible_phones
from citations.pages.places import same_place
from citations.pages.profile import distinct, main_entities, same_subject
from citations.pages.shown_hours import visible_hours
from citations.pages.structured import Entity


def of_data(entities: Sequence[Entity]) -> Iterator[Statement]:
    """A statement for each business that the page's structured data name; `entities` in the order of their readers."""
    for business in distinct(entities):
        same = (entity.listing for entity in entities if same_subject(entity, business))
        yield Statement(overlaid(same), is_text=False)


def of_text(document: Document) -> Iterator[Statement]:
    """One statement for all that the page shows; where it shows several places, one for each that it sets apart."""
    lines, addresses = document.subject_lines, [one.address for one in document.addresses if one.address.street]
    if any(not same_place(addresses[0], other) for other in addresses[1:]):
        yield from (Statement(listing, is_text=True) for listing in branches(document).each)
        return
    numbers = [*link_phones(document.phone_links), *(number for number, _ in visible_phones(lines, document.countries))]
    listing = draft(
        visible.READER,
        address=addresses[0] if addresses else None,
        phones=distinct_numbers(numbers),
        hours=visible_hours(lines),
    )
    if listing.address or listing.phones or listing.hours:
        yield Statement(listing, is_text=True)


def of_listing(document: Document, entities: Sequence[Entity], listing: Listing) -> Iterator[Statement]:
    """What a directory's page says of the business of `listing`: its data for search engines, and its text.

    Numbers in the text count when one of them is linked or labelled, and none is a call tracker's: a directory shows
    others too. Of several places in the text none is surely the business's.
    """
    mains = main_entities(list(entities), document, listing.name)
    if not mains:
        return
    yield Statement(overlaid(entity.listing for entity in mains), is_text=False)
    linked = list(link_phones(visible.phone_anchors(document)))
    found = list(visible_phones(document.subject_lines, document.countries))
    is_meant = linked or any(is_labelled for _, is_labelled in found)
    numbers = distinct_numbers([*linked, *(number for number, _ in found)])
    addresses = [one.address for one in document.addresses if one.address.street]
    is_one_place = addresses and all(same_place(addresses[0], other) for other in addresses[1:])
    said = draft(
        visible.READER,
        address=addresses[0] if is_one_place else None,
        phones=numbers if is_meant and not listing.tracking else (),
        hours=visible_hours(document.subject_lines),
    )
    yield Statement(said, is_text=True)

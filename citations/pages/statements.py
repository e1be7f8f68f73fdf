"""What the parts of a business's own page say, kept apart: its data for search engines, and its text for visitors.

Reading a page lays the two over each other; only apart can they contradict each other.
"""

from collections.abc import Iterator, Sequence

from citations.models import Statement
from citations.pages import visible
from citations.pages.branches import branches
from citations.pages.document import Document
from citations.pages.draft import draft, overlaid
from citations.pages.phones import distinct as distinct_numbers
from citations.pages.phones import link_phones, visible_phones
from citations.pages.places import same_place
from citations.pages.profile import distinct, same_subject
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
    anchors = document.tree.css("a[href^='tel:' i]")
    numbers = [*link_phones(anchors), *(number for number, _ in visible_phones(lines, document.countries))]
    listing = draft(
        visible.READER,
        address=addresses[0] if addresses else None,
        phones=distinct_numbers(numbers),
        hours=visible_hours(lines),
    )
    if listing.address or listing.phones or listing.hours:
        yield Statement(listing, is_text=True)

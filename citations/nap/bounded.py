"""Listings within bounds: a hostile page may show a name of a million letters, and judging it would only cost time."""

from collections.abc import Sequence
from dataclasses import replace

from citations.models import Listing

LONGEST = (
    1000  # letters of a name, a phone field, a week or all categories; addresses and links have bounds of their own
)
MOST = 50  # phone fields, and categories


def bounded(listing: Listing) -> Listing:
    """The listing itself, or a copy in which what nobody writes is cut."""
    texts = (listing.name, listing.hours, *listing.phones, *listing.categories)
    if len(texts) <= MOST and sum(map(len, texts)) <= LONGEST:  # nearly every listing is so short altogether
        return listing
    return _cut_down(listing)


def _cut_down(listing: Listing) -> Listing:
    named, filed = _is_short(listing.phones), _is_short(listing.categories)
    if named and filed and len(listing.name) <= LONGEST and len(listing.hours) <= LONGEST:
        return listing
    return replace(
        listing,
        name=_cut(listing.name),
        hours=_cut(listing.hours),
        phones=tuple(map(_cut, listing.phones[:MOST])),
        categories=tuple(map(_cut, listing.categories[:MOST])),
    )


def _is_short(texts: Sequence[str]) -> bool:
    return len(texts) <= MOST and sum(map(len, texts)) <= LONGEST


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"

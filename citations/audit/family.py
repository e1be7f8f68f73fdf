"""Deriving a listing's address from its relatives: directories of one family keep a listing under one number."""

import re
from collections.abc import Callable, Iterable, Iterator

from citations.directory import Directory, fill, search_values
from citations.models import Location
from citations.same_page import is_web_address


def relatives(directory: Directory, directories: Iterable[Directory]) -> list[Directory]:
    """The directories whose listings' numbers are those of `directory`, too."""
    if not directory.family_listing:
        return []
    return [other for other in directories if other.family == directory.family and other.id != directory.id]


def derived_addresses(
    location: Location, directory: Directory, others: Iterable[Directory], known: Callable[[Directory], str]
) -> Iterator[str]:
    """Where the listing is in `directory`, if it is where the record or an audit (`known`) has it in a relative."""
    values = search_values(location)
    for other in others:
        for url in filter(None, (other.known_url(location), known(other))):
            found = re.search(other.listing_pattern, url) if other.listing_pattern and other.owns(url) else None
            number = found.groupdict().get("id") if found else None
            if number:
                address = fill(directory.family_listing, values | {"id": number})
                if is_web_address(address) and directory.is_listing(address):
                    yield address

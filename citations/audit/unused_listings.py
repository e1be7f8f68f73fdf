"""Known listings of a record that no directory there is would look at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from citations.directory import Directory, slug
from citations.models import Location


def unused_listings(locations: Iterable[Location], directories: Iterable[Directory]) -> Iterator[str]:
    """A sentence for each column of listings that belongs to no directory, by its id or by its addresses."""
    every = tuple(directories)
    unused: dict[str, list[str]] = defaultdict(list)
    for place in locations:
        for name, url in place.listings.items():
            if url and not any(directory.known_url(place) == url for directory in every):
                unused[name].append(url)
    for name, urls in sorted(unused.items()):
        yield f"listings of {name!r} are not looked at ({len(urls)}, such as {urls[0]}): {_advice(name, every)}"


def _advice(name: str, directories: Iterable[Directory]) -> str:
    """What to call the column instead, when a directory has a name like it."""
    ids = {slug(text): directory.id for directory in directories for text in (directory.id, directory.name)}
    near = get_close_matches(slug(name), ids, n=1)
    if near:
        return f"no directory has that id; call the column 'Listing {ids[near[0]]}' if that is meant"
    return "no directory has that id, and none has such an address"

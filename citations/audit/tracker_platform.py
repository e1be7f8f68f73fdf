"""Which directory a tracker's row is of: platforms as people call them, and the address that stands beside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from citations.directory import Directory
from citations.locations import platform_names
from citations.models import Location
from citations.postal.folding import words


class Platforms:
    """The directories at hand, by all their names; the business's own website is none of them."""

    def __init__(self, directories: Iterable[Directory]) -> None:
        self._sites = [directory for directory in directories if "*" not in directory.domains]
        self._names, self._noise = platform_names()
        self._by_name: dict[str, list[Directory]] = defaultdict(list)
        for site in self._sites:
            for key in dict.fromkeys(self._keys(site)):
                self._by_name[key].append(site)

    def named(self, text: str, location: Location | None = None) -> Directory | None:
        """The directory that people call so; of several that have the name the one that lists the location.

        "Yelp", "yelp.com" and "Yelp listing" are one; None when no directory is called so.
        """
        found = self._by_name.get(self._key(text), []) or self._at(text)
        fit = [site for site in found if location is None or site.applies_to(location)]
        return next(iter(fit or found), None)

    def at(self, url: str) -> Directory | None:
        """The directory on whose host the address is."""
        return next((site for site in self._sites if url and site.owns(url)), None)

    def _keys(self, site: Directory) -> Iterator[str]:
        for name in (site.id.replace("_", " "), site.name, *self._names.get(site.id, ())):
            yield self._key(name)

    def _key(self, text: str) -> str:
        """The words of a name without those that tell nothing, in one."""
        every = words(text)
        return "".join(word for word in every if word not in self._noise) or "".join(every)

    def _at(self, text: str) -> list[Directory]:
        address = text.strip().lower()
        is_host = "." in address and " " not in address
        site = self.at(address if "://" in address else f"https://{address}") if is_host else None
        return [site] if site else []
